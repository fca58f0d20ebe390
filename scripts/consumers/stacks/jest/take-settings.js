const { readFileSync, writeFileSync } = require("node:fs");

// The settings are the guide's, beside what is installed.
const [, settings] = /^```json\n(.*?)^```$/ms.exec(readFileSync("guide.md", "utf8"));
const installed = JSON.parse(readFileSync("package.json", "utf8"));
writeFileSync("package.json", JSON.stringify({ ...installed, ...JSON.parse(settings) }));
