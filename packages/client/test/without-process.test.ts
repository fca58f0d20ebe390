import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const BUILT = new URL("../dist/index.js", import.meta.url).href;

// In a program of its own, as the test runner has written `process.env` over here.
test.each([
  { given: "without process", process: "undefined", warns: false },
  { given: "whose process has no env", process: "{}", warns: true },
])("works in a page $given", ({ process: replacement, warns }) => {
  const program = `
    const { log } = console;
    globalThis.process = ${replacement};
    const { createRawClient } = await import(${JSON.stringify(BUILT)});
    const fetch = async () => Response.json({}, { headers: { "M800-Mock-Spec": "0" } });
    let warnings = 0;
    console.warn = () => warnings++;
    const { response } = await createRawClient({ baseUrl: "https://api.example", fetch }).GET("/any");
    log(response.status, warnings);`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
  });
  expect({ stdout, stderr }).toEqual({ stdout: `200 ${Number(warns)}\n`, stderr: "" });
});
