import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMockApi } from "@m800/phone-number-mock-server";
import { serveMockApi } from "@m800/phone-number-mock-server/http";
import { listOperation } from "@m800/phone-number-openapi/operations";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { requireProgram } from "../../require-program.ts";
import { runGenerator } from "../src/run-generator.ts";
import { run } from "./run.ts";
import { toolchains } from "./toolchains.ts";

const PACKAGE = join(import.meta.dirname, "../../../packages/mock-server");
const PAGE = join(import.meta.dirname, "../../../docs/testing/other-processes.md");
const PROGRAMS = join(import.meta.dirname, "programs/control");

const LANGUAGES = {
  python: { program: "control.py", settings: { additionalProperties: { packageName: "mock_control" } } },
  java: { program: "Control.java", settings: {} },
  go: {
    program: "control.go",
    settings: {
      additionalProperties: { packageName: "mockcontrol" },
      gitHost: "m800.invalid",
      gitUserId: "go",
      gitRepoId: "mockcontrol",
    },
  },
} as const;

const languages = ["python", "java", "go"] as const;

const work = mkdtempSync(join(tmpdir(), "m800-control-clients-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.skipIf(!requireProgram("java"))("clients of the mock's control, as the generator makes them", () => {
  beforeAll(async () => {
    await run("npm", ["pack", "--silent", "--pack-destination", work], { cwd: PACKAGE });
    await run("tar", ["-xzf", globSync("*.tgz", { cwd: work })[0] ?? ""], { cwd: work });
    copyFileSync(join(work, "package/control/control.yaml"), join(work, "control.yaml"));
    for (const language of languages) {
      mkdirSync(join(work, language));
      const settings = { generatorName: language, inputSpec: "control.yaml", outputDir: join(work, language) };
      const globalProperties = { apiTests: "false", modelTests: "false" };
      const config = { ...settings, globalProperties, ...LANGUAGES[language].settings };
      writeFileSync(join(work, `${language}.json`), JSON.stringify(config));
    }
    const configs = languages.map((language) => `${language}.json`);
    await runGenerator(["batch", "--fail-fast", "--", ...configs], work, () => {});
  }, 120_000);

  describe.each(languages)("%s", (language) => {
    const { programs, ...toolchain } = toolchains[language];
    const client = join(work, language);

    describe.skipIf(!programs.every(requireProgram))("on this machine", () => {
      beforeAll(async () => {
        await toolchain.prepare(client, work);
        await toolchain.compile(client, work);
      }, 180_000);

      test("a program creates a mock of its own, makes trouble in it, reads what came, and drops it", async () => {
        const served = await serveMockApi({ control: true });
        onTestFinished(() => served.close());
        const { url = "", secret = "" } = served.control ?? {};
        const { operationId, path } = listOperation;
        const api = createMockApi();
        const { status } = await api.fetch(api.baseUrl + path);
        const printed = await toolchain.run(client, work, join(PROGRAMS, LANGUAGES[language].program), {
          CONTROL_URL: url,
          CONTROL_SECRET: secret,
          OPERATION: operationId,
          OPERATION_PATH: path,
        });
        expect(printed.trim().split("\n")).toEqual([
          "503",
          String(status),
          `${operationId} 503`,
          `${operationId} ${status}`,
          "True",
          expect.stringMatching(/^There is no operation nothing: .*/),
          "0",
          'There is no mock "1": it was never created, or it was dropped.',
        ]);
        expect(served.requests()).toEqual([]);
      });

      if (language !== "python") return;

      test("the page on other processes shows a program that runs", async () => {
        const served = await serveMockApi({ control: true });
        onTestFinished(() => served.close());
        const { url = "", secret = "" } = served.control ?? {};
        const [, shown = ""] = /^```python\n(.*?)^```$/ms.exec(readFileSync(PAGE, "utf8")) ?? [];
        const program = join(work, "shown.py");
        writeFileSync(program, `control_url, control_secret = "${url}", "${secret}"\n${shown}`);
        await toolchain.run(client, work, program, {});
        expect((await fetch(`${url}/api/1${listOperation.path}`)).status).toBe(503);
      });
    });
  });
});
