import { parseArgs } from "node:util";
import { ROOT } from "./root.ts";
import { output } from "./run.ts";

// Publishes what the changesets would release as a snapshot under a tag of its own, such as `pr-12`: `latest` stays, and
// nothing is tagged in git. The working tree's versions are changed: for a checkout that is thrown away.

const { values } = parseArgs({ options: { tag: { type: "string" } } });
if (values.tag === undefined || !/^[a-z][a-z0-9-]*$/.test(values.tag) || values.tag === "latest") {
  console.error("Name the tag to publish under, in lower case, digits and hyphens: pnpm canary --tag pr-12");
  process.exit(2);
}
for (const [command, ...args] of [
  ["changeset", "version", "--snapshot", values.tag],
  ["turbo", "run", "build", "--output-logs=errors-only"],
  ["changeset", "publish", "--tag", values.tag, "--no-git-tag"],
] as const) {
  process.stdout.write(await output(command, args, { cwd: ROOT }));
}
