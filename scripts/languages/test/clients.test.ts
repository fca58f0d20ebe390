import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { json } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { requireProgram } from "../../require-program.ts";
import { generateClients } from "../src/generate-clients.ts";
import { run } from "./run.ts";
import { toolchains } from "./toolchains.ts";

const ROOT = join(import.meta.dirname, "../../..");
const SPEC = join(ROOT, "openapi/phone-number.yaml");
const MAIN = join(import.meta.dirname, "../src/main.ts");
const MOCK = fileURLToPath(new URL("cli.js", import.meta.resolve("@m800/phone-number-mock-server")));

const work = mkdtempSync(join(tmpdir(), "m800-clients-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const NEW_OPERATION = `
  /countries/{code}/orders:
    post:
      operationId: createOrder
      summary: Order phone numbers
      description: Orders phone numbers of a country.
      tags: [Countries]
      parameters:
        - { name: code, in: path, required: true, description: Where., schema: { type: string } }
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [quantity]
              properties:
                quantity: { type: integer }
      responses:
        "201":
          description: Ordered.
          content:
            application/json:
              schema:
                type: object
                required: [id]
                properties:
                  id: { type: string }
`;

const LANGUAGES = [
  { language: "python", lister: "python/list_countries.py", orderer: "create_order.py" },
  { language: "java", lister: "java/ListCountries.java", orderer: "CreateOrder.java" },
  { language: "go", lister: "go/main.go", orderer: "create_order.go" },
] as const;

describe.skipIf(!requireProgram("java"))("from the spec", () => {
  let mock: ChildProcess;
  let baseUrl = "";

  beforeAll(async () => {
    const TMPDIR = join(work, "a folder with spaces");
    mkdirSync(TMPDIR);
    const printed = await run(process.execPath, [MAIN, "--output", join(work, "clients")], { env: { TMPDIR } });
    for (const { language } of LANGUAGES) {
      expect(printed).toContain(`Generating ${language} `);
      expect(printed).toContain(`Finished generating ${language}`);
    }
    const openapi = join(work, "openapi");
    cpSync(join(ROOT, "openapi"), openapi, { recursive: true, filter: (path) => !path.includes("node_modules") });
    const edited = readFileSync(SPEC, "utf8").replace("\ncomponents:\n", `${NEW_OPERATION}\ncomponents:\n`);
    writeFileSync(join(openapi, "phone-number.yaml"), edited);
    await generateClients(join(openapi, "phone-number.yaml"), join(work, "edited"), () => {});

    mock = spawn(process.execPath, [MOCK], { stdio: ["ignore", "pipe", "inherit"] });
    if (!mock.stdout) throw new Error("The mock server has no output.");
    const [line] = await once(createInterface(mock.stdout), "line");
    [baseUrl = ""] = /http:\/\/\S+/.exec(line) ?? [];
  }, 120_000);
  afterAll(() => void mock?.kill());

  test("the second opinion accepts the spec, and says what is wrong with a broken one", async () => {
    const validate = join(import.meta.dirname, "../src/validate.ts");
    await run(process.execPath, [validate]);
    const broken = join(work, "broken.json");
    writeFileSync(
      broken,
      JSON.stringify({ openapi: "3.1.0", info: { title: "Broken", version: "1" }, paths: { "/a": { get: {} }, b: 1 } }),
    );
    await expect(run(process.execPath, [validate, broken])).rejects.toThrow(/paths\..*validate failed: see above/s);
  });

  describe.each(LANGUAGES)("$language", ({ language, lister, orderer }) => {
    const { programs, ...toolchain } = toolchains[language];

    describe.skipIf(!programs.every(requireProgram))("on this machine", () => {
      beforeAll(() => toolchain.prepare(join(work, "clients", language), work), 180_000);

      test("a program lists the countries of the mock server, with a token that it fetched itself", async () => {
        const env = {
          M800_BASE_URL: baseUrl,
          M800_SECURITY_TOKEN: "test-security-token",
          M800_USERNAME: "testusername",
          M800_PASSWORD: "12345678",
        };
        const program = join(import.meta.dirname, "../examples", lister);
        const listed = await toolchain.run(join(work, "clients", language), work, program, env);
        expect(listed).toContain("\nHKG Hong Kong +852\n");
        expect(listed.trimEnd().split("\n").length).toBeGreaterThanOrEqual(240);
      });

      test("a new operation with a body is there, with no line by hand", async () => {
        const seen: unknown[] = [];
        const server = createServer(async (request, response) => {
          const { method, url, headers } = request;
          seen.push([method, url, headers.authorization, await json(request)]);
          response.writeHead(201, { "content-type": "application/json" }).end('{"id":"order-1"}');
        }).listen(0, "127.0.0.1");
        await once(server, "listening");
        const env = { M800_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
        const program = join(import.meta.dirname, "programs", orderer);
        try {
          expect(await toolchain.run(join(work, "edited", language), work, program, env)).toBe("order-1\n");
        } finally {
          server.close();
        }
        expect(seen).toEqual([["POST", "/countries/HKG/orders", "Bearer test-token", { quantity: 2 }]]);
      });
    });
  });
});
