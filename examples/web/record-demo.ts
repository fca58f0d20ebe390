import { writeFile } from "node:fs/promises";
import type { Page } from "playwright";

/** Time between two frames, as they are taken and as they are shown. */
const FRAME_MS = 500;
const SIZE = { width: 960, height: 770 };

interface Step {
  readonly atMs: number;
  readonly button: string;
}

/** Long enough for a token to be replaced in the background, and for trouble after that. */
const STEPS: readonly Step[] = [
  { atMs: 12_500, button: "Revoke the token" },
  { atMs: 16_000, button: "Fail the next call" },
];
const LENGTH_MS = 20_000;

/** Records the demo as it runs, in real time, as an animated GIF that the page itself encodes. */
export async function recordDemo(page: Page, path: string): Promise<void> {
  await page.setViewportSize(SIZE);
  await page.getByRole("button", { name: "Start over" }).click();
  const frames: string[] = [];
  const startedAt = performance.now();
  const steps = [...STEPS];
  while (performance.now() < startedAt + LENGTH_MS) {
    const [step] = steps;
    if (step && performance.now() >= startedAt + step.atMs) {
      await page.getByRole("button", { name: step.button, exact: true }).click();
      steps.shift();
    }
    frames.push((await page.screenshot()).toString("base64"));
    await page.waitForTimeout(Math.max(0, startedAt + frames.length * FRAME_MS - performance.now()));
  }
  const gif = await page.evaluate(
    async ({ module, recording }) => {
      const { encodeGif }: typeof import("./encode-gif.ts") = await import(module);
      return encodeGif(recording);
    },
    { module: "/encode-gif.ts", recording: { frames, delay: FRAME_MS, ...SIZE } },
  );
  await writeFile(path, Buffer.from(gif, "base64"));
}
