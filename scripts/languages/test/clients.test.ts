import { once } from "node:events";
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { loadSpec } from "@m800/generate/load-spec";
import { defaultAccount } from "@m800/phone-number-mock-server";
import { serveMockApi } from "@m800/phone-number-mock-server/http";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { requireProgram } from "../../require-program.ts";
import { generateClients } from "../src/generate-clients.ts";
import { run } from "./run.ts";
import { toolchains } from "./toolchains.ts";

const ROOT = join(import.meta.dirname, "../../..");
const SPEC = join(ROOT, "openapi/phone-number.yaml");
const MAIN = join(import.meta.dirname, "../src/main.ts");
const EXAMPLES = join(import.meta.dirname, "../examples");
const PROGRAMS = join(import.meta.dirname, "programs");

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
  {
    language: "python",
    lister: "python/list_countries.py",
    programs: ["create_order.py", "storm.py", "tell_errors.py"],
  },
  {
    language: "java",
    lister: "java/ListCountries.java",
    programs: ["CreateOrder.java", "Storm.java", "TellErrors.java"],
  },
  { language: "go", lister: "go/main.go", programs: ["create_order.go", "storm.go", "tell_errors.go"] },
] as const;

const TOKEN = "s3cr3t.access.token";
const NUMBER = 4_815_162_342;

/** Token answers that are unlike the description, and hold a secret. */
const UNLIKE: readonly (readonly [contentType: string, body: string])[] = [
  ...[
    { access_token: TOKEN },
    { access_token: TOKEN, expires_in: "soon" },
    { access_token: TOKEN, expires_in: TOKEN },
    { access_token: TOKEN, expires_in: NUMBER + 0.5 },
    { access_token: NUMBER, expires_in: 300 },
    { access_token: [TOKEN], expires_in: 300 },
    { access_token: { value: TOKEN }, expires_in: 300 },
    { access_token: `${TOKEN} ${TOKEN}`, expires_in: "300" },
    { accessToken: TOKEN, expires_in: 300 },
    { data: { access_token: TOKEN, expires_in: 300 } },
    [{ access_token: TOKEN, expires_in: 300 }],
    TOKEN,
    NUMBER,
  ].map((body) => ["application/json", JSON.stringify(body)] as const),
  ["application/json", `{"access_token":"${TOKEN}`],
  ["application/json", `${TOKEN}`],
  ["text/plain", TOKEN],
  ["text/html", `<p>${TOKEN}</p>`],
  ["application/x-token", TOKEN],
];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const envOf = (baseUrl: string) => ({
  M800_BASE_URL: baseUrl,
  M800_SECURITY_TOKEN: defaultAccount.securityToken,
  M800_USERNAME: defaultAccount.username,
  M800_PASSWORD: defaultAccount.password ?? "",
});

describe.skipIf(!requireProgram("java"))("from the spec", () => {
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
    const edited = readFileSync(SPEC, "utf8")
      .replace("\ncomponents:\n", `${NEW_OPERATION}\ncomponents:\n`)
      .replaceAll(/^( {6}operationId: )\w+$/gm, (line, key, offset) =>
        line.includes("createOrder") ? line : `${key}call${offset}`,
      )
      .replaceAll('"401":', '"403":');
    writeFileSync(join(openapi, "phone-number.yaml"), edited);
    await generateClients(join(openapi, "phone-number.yaml"), join(work, "edited"), () => {});
  }, 120_000);

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

  describe.each(LANGUAGES)("$language", ({ language, lister, programs: [orderer, storm, errors] }) => {
    const { programs, ...toolchain } = toolchains[language];
    const client = join(work, "clients", language);

    test("what a client says of itself is the spec's, and none of it is the generator's", async () => {
      const { info } = (await loadSpec(SPEC)).document;
      const files = globSync("**/*", { cwd: client, exclude: ["api", ".openapi-generator*"], withFileTypes: true });
      for (const file of files.filter((entry) => entry.isFile())) {
        const text = readFileSync(join(file.parentPath, file.name), "utf8");
        expect(text, file.name).not.toMatch(
          /GIT_USER_ID|openapitools\.org|Unlicense|OpenAPI-Generator|OpenAPI Java|1\.0\.0/,
        );
      }
      const said = files.map((file) => (file.isFile() ? readFileSync(join(file.parentPath, file.name), "utf8") : ""));
      expect(said.join()).toContain(`m800-phone-number-${language}/${info.version}`);
      expect(readFileSync(join(client, "README.md"), "utf8")).toContain(readFileSync(join(EXAMPLES, lister), "utf8"));
    });

    test("the file that keeps tokens alive has at most a hundred lines", () => {
      const [file = ""] = globSync("**/{authenticated_client,AuthenticatedClient}.{py,java,go}", { cwd: client });
      expect(readFileSync(join(client, file), "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(100);
    });

    describe.skipIf(!programs.every(requireProgram))("on this machine", () => {
      beforeAll(async () => {
        await toolchain.prepare(client, work);
        await toolchain.compile(client, work);
      }, 180_000);

      test("the README's example lists the countries of the mock server", async () => {
        const mock = await serveMockApi({ port: 0 });
        onTestFinished(() => mock.close());
        const [, code = ""] =
          /```(?:python|java|go)\n(.*?)```/s.exec(readFileSync(join(client, "README.md"), "utf8")) ?? [];
        const program = join(work, lister.replace("/", "-"));
        writeFileSync(program, code);
        const listed = await toolchain.run(client, work, program, envOf(mock.baseUrl));
        expect(listed).toContain("\nHKG Hong Kong +852\n");
        expect(listed.trimEnd().split("\n").length).toBeGreaterThanOrEqual(240);
      });

      test("fifty threads see no token of two seconds end, and none revoked, and share each", async () => {
        const mock = await serveMockApi({ port: 0, tokenLifetimeSeconds: 2 });
        onTestFinished(() => mock.close());
        let revocations = 0;
        const revoking = setInterval(() => {
          mock.tokens.revokeAll();
          revocations += 1;
        }, 1300);
        onTestFinished(() => clearInterval(revoking));
        const printed = await toolchain.run(client, work, join(PROGRAMS, storm), {
          ...envOf(mock.baseUrl),
          SECONDS: "5",
        });
        expect(printed).toMatch(/^\d{3,} read\n$/);
        expect(mock.tokens.issued().length).toBeGreaterThanOrEqual(4);
        // One for each two seconds, and one for each revocation.
        expect(mock.tokens.issued().length).toBeLessThanOrEqual(revocations + 8);
      });

      test.each([
        { given: "in seconds", retryAfter: () => "4" },
        { given: "as a date", retryAfter: () => new Date(Date.now() + 60_000).toUTCString() },
      ])("asks for no token while Retry-After runs that is told $given", async ({ retryAfter }) => {
        const mock = await serveMockApi({ port: 0 });
        onTestFinished(() => mock.close());
        mock.faults.add({ kind: "status", status: 429, headers: { "Retry-After": retryAfter() } });
        const printed = await toolchain.run(client, work, join(PROGRAMS, storm), {
          ...envOf(mock.baseUrl),
          SECONDS: "2.5",
        });
        expect(printed).toMatch(/^\d+ .*\w/);
        expect(printed).not.toMatch(/^\d+ read$/m);
        expect(mock.requests()).toHaveLength(1);
      });

      test("asks once with credentials that are refused", async () => {
        const mock = await serveMockApi({ port: 0 });
        onTestFinished(() => mock.close());
        const env = { ...envOf(mock.baseUrl), M800_SECURITY_TOKEN: "wrong", SECONDS: "2.5" };
        const printed = await toolchain.run(client, work, join(PROGRAMS, storm), env);
        expect(printed).not.toMatch(/^\d+ read$/m);
        expect(mock.requests()).toHaveLength(1);
      });

      test("takes the token again that an endpoint repeats, and hands on the rejection", async () => {
        let asked = 0;
        const baseUrl = await serve(({ headers }, response) => {
          const isToken = headers.authorization?.startsWith("M800Auth ");
          if (isToken) asked += 1;
          // Ends a client that would ask for ever.
          response.writeHead(!isToken ? 401 : asked > 9 ? 500 : 200, { "content-type": "application/json" });
          response.end(JSON.stringify({ access_token: TOKEN, expires_in: 300, code: "no", message: "No." }));
        });
        await expect(toolchain.run(client, work, join(EXAMPLES, lister), envOf(baseUrl))).rejects.toThrow(/\b401\b/);
        expect(asked).toBeLessThanOrEqual(2);
      });

      test.each(["Fri, 31 Dec 99999 23:59:59 GMT", `Fri, 31 Dec ${"9".repeat(20)} 23:59:59 GMT`, "für immer"])(
        "waits for no time that is told as %s",
        async (retryAfter) => {
          const baseUrl = await serve((_request, response) => {
            response.writeHead(503, { "content-type": "application/json", "retry-after": retryAfter });
            response.end('{"code":"no","message":"No."}');
          });
          await expect(toolchain.run(client, work, join(EXAMPLES, lister), envOf(baseUrl))).rejects.toThrow(/\b503\b/);
        },
      );

      test("reads answers with more in them than the spec has, and tells a refusal with more in it as what it is", async () => {
        const more = { more: null, other: { a: [1] }, list: [null, {}], flag: true };
        const baseUrl = await serve(({ url = "", headers }, response) => {
          const isRefused = url.startsWith("/refused");
          const body = isRefused
            ? { code: "invalid_credentials", message: "No.", ...more }
            : headers.authorization?.startsWith("M800Auth ")
              ? { access_token: TOKEN, expires_in: 300, token_type: "Bearer", ...more }
              : {
                  countries: [{ code: "HKG", name: "Hong Kong", prefix: "852", mcc: "454", ...more }],
                  total: 1,
                  ...more,
                };
          response.writeHead(isRefused ? 401 : 200, { "content-type": "application/json" }).end(JSON.stringify(body));
        });
        const program = join(EXAMPLES, lister);
        expect(await toolchain.run(client, work, program, envOf(baseUrl))).toBe("HKG Hong Kong +852\n");
        await expect(toolchain.run(client, work, program, envOf(`${baseUrl}/refused`))).rejects.toThrow(/\b401\b/);
      });

      test("no error quotes what a token answer holds", async () => {
        const baseUrl = await serve(({ url = "" }, response) => {
          const [contentType, body] = UNLIKE[Number(url.split("/")[1])] ?? ["text/plain", ""];
          response.writeHead(200, { "content-type": contentType }).end(body);
        });
        const urls = UNLIKE.map((_, index) => `${baseUrl}/${index}`);
        const printed = await toolchain.run(client, work, join(PROGRAMS, errors), {
          M800_BASE_URLS: urls.join(" "),
          KEY: "s3cr3t-key",
          PASSWORD: "pa33word",
        });
        expect(printed.match(/^(read|error): /gm)).toHaveLength(UNLIKE.length * 2);
        expect(printed.match(/^error: /gm)?.length).toBeGreaterThanOrEqual(UNLIKE.length);
        expect(printed).not.toMatch(/s3cr3t|4815162342|pa33word/);
      });

      test("a spec of other names and statuses makes a client whose tokens go by them, and a new operation is there", async () => {
        const seen: unknown[] = [];
        const baseUrl = await serve(async (request, response) => {
          const { method, url, headers } = request;
          seen.push([method, url, headers.authorization, await json(request)]);
          response.writeHead(201, { "content-type": "application/json" }).end('{"id":"order-1"}');
        });
        const edited = join(work, "edited", language);
        const [file = ""] = globSync("**/{authenticated_client,AuthenticatedClient}.{py,java,go}", { cwd: edited });
        const text = readFileSync(join(edited, file), "utf8");
        expect(text).toMatch(/REJECTIONS.*\b403\b|rejections, .*\{403\}/i);
        expect(text).not.toMatch(/create_?token/i);
        await toolchain.compile(edited, work);
        const env = { M800_BASE_URL: baseUrl };
        expect(await toolchain.run(edited, work, join(PROGRAMS, orderer), env)).toBe("order-1\n");
        expect(seen).toEqual([["POST", "/countries/HKG/orders", "Bearer test-token", { quantity: 2 }]]);
      });
    });
  });
});
