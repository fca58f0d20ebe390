import type { FleetResult } from "./simulate-fleet.ts";

const WIDTH = 760;
const HEIGHT = 420;
const MARGIN = { left: 70, right: 250, top: 30, bottom: 50 };
const DECADES = { x: [1, 5], y: [-2, 6] } as const;

const SERIES: readonly { name: string; color: string; of: (result: FleetResult) => number }[] = [
  { name: "scripts in the first second", color: "#c0392b", of: ({ busiestStart }) => busiestStart },
  { name: "scripts in the busiest second later", color: "#e08e0b", of: ({ busiestSecond }) => busiestSecond },
  { name: "scripts a second, on average", color: "#2471a3", of: ({ scriptsPerSecond }) => scriptsPerSecond },
  { name: "median wait at the start, ms", color: "#7d3c98", of: ({ startWaitMs }) => startWaitMs.median },
  { name: "token requests at the start", color: "#566573", of: ({ requestsAtStart }) => requestsAtStart },
  { name: "token requests a lifetime", color: "#1e8449", of: ({ requestsPerLifetime }) => requestsPerLifetime },
];

/** Draws results as an SVG, both axes logarithmic. */
export function drawPlot(results: readonly FleetResult[]): string {
  const scale = (value: number, [low, high]: readonly [number, number], from: number, to: number) =>
    from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  const x = (value: number) => scale(value, DECADES.x, MARGIN.left, WIDTH - MARGIN.right).toFixed(1);
  const y = (value: number) => scale(value, DECADES.y, HEIGHT - MARGIN.bottom, MARGIN.top).toFixed(1);
  const ticks = ([low, high]: readonly [number, number]) =>
    Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  const right = WIDTH - MARGIN.right;
  const lines = SERIES.map(({ name, color, of }) => {
    const shown = results.filter((result) => of(result) > 0);
    const points = shown.map((result) => `${x(result.processes)},${y(of(result))}`).join(" ");
    const last = shown.at(-1);
    const label = last ? `<text x="${right + 8}" y="${Number(y(of(last))) + 4}" fill="${color}">${name}</text>` : "";
    return `<polyline points="${points}" fill="none" stroke="${color}" stroke-width="2"/>${label}`;
  });
  const format = (value: number) => value.toLocaleString("en-US", { maximumFractionDigits: 2 });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>One token for a fleet of 10 to 100,000 processes, simulated</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${ticks(DECADES.x)
  .map(
    (tick) =>
      `<path d="M${x(tick)} ${MARGIN.top}V${HEIGHT - MARGIN.bottom}" stroke="#ddd"/><text x="${x(tick)}" y="${HEIGHT - MARGIN.bottom + 18}" text-anchor="middle">${format(tick)}</text>`,
  )
  .join("\n")}
${ticks(DECADES.y)
  .map(
    (tick) =>
      `<path d="M${MARGIN.left} ${y(tick)}H${right}" stroke="#ddd"/><text x="${MARGIN.left - 8}" y="${Number(y(tick)) + 4}" text-anchor="end">${format(tick)}</text>`,
  )
  .join("\n")}
<text x="${(MARGIN.left + right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">processes</text>
${lines.join("\n")}
</svg>
`;
}
