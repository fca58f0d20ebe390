import { writeFileSync } from "node:fs";
import { loadSpec } from "@m800/generate/load-spec";
import { schemaTypes } from "@m800/schema-types";

// What `generate` does for the client, for any spec: node generate-types.ts SPEC OUTPUT

const [spec = "", output = ""] = process.argv.slice(2);
writeFileSync(output, await schemaTypes((await loadSpec(spec)).document));
