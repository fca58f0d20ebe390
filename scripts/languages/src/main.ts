import { join } from "node:path";
import { parseArgs } from "node:util";
import { findSpec } from "@m800/generate/find-spec";
import { generateClients } from "./generate-clients.ts";
import { hasJava, NO_JAVA } from "./run-generator.ts";

const HELP = `Makes clients for Python, Java and Go from the OpenAPI description.

Usage: pnpm generate:languages [options]

  --output FOLDER  where they go, one folder each, replacing what is there
                   (default: scripts/languages/clients)
  --spec FILE      the description (default: openapi/phone-number.yaml)
  --help           this text
`;

const ROOT = join(import.meta.dirname, "../../..");

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      output: { type: "string", default: join(ROOT, "scripts/languages/clients") },
      spec: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  if (!hasJava()) throw new Error(NO_JAVA);
  await generateClients(values.spec ?? join(ROOT, findSpec(ROOT)), values.output, (line) => console.log(line));
  console.log(`The clients are in ${values.output}. docs/other-languages.md says how to use them.`);
}
