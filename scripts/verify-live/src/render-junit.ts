import type { Report, ReportedCall } from "./create-report.ts";

/** A report as JUnit XML: a test case for each call and for each assumption. */
export function renderJunit({
  gateway,
  date,
  exit,
  gaps,
  differences,
  assumptions,
  calls,
  notes,
  patch,
}: Report): string {
  const cases = [
    ...calls.map((call) => {
      const { operation, purpose, milliseconds } = call;
      const found = differences.filter(
        (difference) => difference.operation === operation && difference.calls.includes(purpose),
      );
      const elements = [
        ...(call.isUnserved
          ? [element("error", { type: "not served", message: call.failure ?? `The answer is ${call.status}.` })]
          : []),
        ...found
          .filter(({ message }) => call.differences.includes(message))
          .map(({ message, places }) => element("failure", { type: "difference", message }, placesText(places))),
      ];
      return testCase(
        { classname: `call.${operation}`, name: titleOf(call), time: `${milliseconds / 1000}` },
        elements,
      );
    }),
    ...assumptions.map(({ verdict, pointer, where, assumed, against }) => {
      const elements =
        verdict === "contradicted"
          ? [element("failure", { type: verdict, message: against.join("; ") }, placesText([pointer]))]
          : verdict === "not seen"
            ? [element("skipped", { message: verdict })]
            : [];
      return testCase({ classname: "assumption", name: `${where}: ${assumed}` }, elements);
    }),
    testCase(
      { classname: "check", name: "everything could be checked" },
      exit.status === 2 ? [element("error", { type: "not checked", message: exit.reason }, gaps.join("\n"))] : [],
    ),
  ];
  const count = (name: string) => cases.filter((xml) => xml.includes(`<${name} `)).length;
  const counts = { tests: cases.length, failures: count("failure"), errors: count("error"), skipped: count("skipped") };
  const properties = [
    ["gateway", gateway],
    ["exit status", `${exit.status}`],
    ["exit reason", exit.reason],
  ].map(([name = "", value = ""]) => `      ${element("property", { name, value })}\n`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n  <testsuite',
    attributes({ name: "live check", timestamp: `${date}T00:00:00`, ...counts }),
    `>\n    <properties>\n${properties.join("")}    </properties>\n`,
    ...cases,
    `    ${element("system-out", {}, [...notes, patch].join("\n"))}\n`,
    "  </testsuite>\n</testsuites>\n",
  ].join("");
}

function titleOf({ purpose, expected, status, failure }: ReportedCall): string {
  return `${purpose}: ${status ?? failure}, expected ${expected}`;
}

function placesText(places: readonly string[]): string {
  return places.map((place) => `#${place}`).join("\n");
}

function testCase(values: Readonly<Record<string, string>>, elements: readonly string[]): string {
  const start = `    <testcase${attributes(values)}`;
  if (elements.length === 0) return `${start}/>\n`;
  return `${start}>${elements.map((xml) => `\n      ${xml}`).join("")}\n    </testcase>\n`;
}

function element(name: string, values: Readonly<Record<string, string>>, text = ""): string {
  return text === "" ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${escapeXml(text)}</${name}>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(`${value}`).replaceAll("\n", "&#10;")}"`)
    .join("");
}

function escapeXml(text: string): string {
  // XML 1.0 has no way to write these.
  const legal = text.toWellFormed().replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "\ufffd");
  return legal.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
