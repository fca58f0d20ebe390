import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type ReferenceApi, SPEC } from "./create-reference-api.ts";
import { body, json, replaced } from "./deviation.ts";
import type { Call, Deviation } from "./serve-gateway.ts";
import { account, enveloped, gatewayEnv, ROOT, temporaryFolder, verify, verifyLive } from "./verify-live.ts";

test.each([
  { given: "that says so", contentType: "application/json; charset=iso-8859-1", recorded: true },
  { given: "that does not say so", contentType: "application/json", recorded: false },
])("records what was said in Latin-1 $given, or nothing", async ({ contentType, recorded }) => {
  const env = await gatewayEnv(async ({ operation, answer }) => {
    const response = await answer();
    const text = JSON.stringify({ countries: [{ code: "CIV", name: "Côte d'Ivoire (seen)", prefix: "225" }] });
    return operation === "listCountries" && response.ok
      ? new Response(new Uint8Array(Buffer.from(text, "latin1")), { headers: { "content-type": contentType } })
      : response;
  });
  const file = join(temporaryFolder(), "recorded.yaml");
  expect((await verifyLive(env, "--record", file)).status).toBe(1);
  const text = readFileSync(file, "utf8");
  expect(text.includes("Côte d'Ivoire (seen)")).toBe(recorded);
  expect(text).not.toContain("\ufffd");
});

test("its patch can be applied, and its edits to a spec in JSON too", async () => {
  const folder = temporaryFolder();
  const env = await gatewayEnv(enveloped);
  const { patch } = JSON.parse((await verifyLive(env, "--format", "json")).stdout);
  writeFileSync(join(folder, "right.patch"), patch);
  const patched = join(folder, relative(ROOT, SPEC));
  mkdirSync(dirname(patched), { recursive: true });
  cpSync(SPEC, patched);
  execFileSync("git", ["apply", "right.patch"], { cwd: folder });
  expect((await verify(["--spec", patched], env)).status).toBe(0);

  const json = join(folder, "spec.json");
  writeFileSync(json, JSON.stringify(parse(readFileSync(SPEC, "utf8")), undefined, 2));
  expect((await verify(["--spec", json, "--record", json], env)).status).toBe(1);
  expect((await verify(["--spec", json], env)).status).toBe(0);
  expect(JSON.stringify(JSON.parse(readFileSync(json, "utf8")))).toContain('"seen":{"summary":"Seen from the gateway');
});

test.each([
  {
    given: "the list in an envelope",
    deviation: enveloped,
    want: ["-        countries:", "+        status:\n+          type: string", '$ref: "#/components/schemas/Country"'],
  },
  {
    given: "a bare list",
    deviation: body("listCountries", 200, ({ countries: list }) => list),
    want: ['+      type: array\n+      items:\n+        $ref: "#/components/schemas/Country"'],
  },
  {
    given: "a number as prefix",
    deviation: body("listCountries", 200, () => ({ countries: [{ code: "HKG", name: "Hong Kong", prefix: 852 }] })),
    want: ["+          type: integer"],
  },
  {
    given: "a token in an envelope",
    deviation: body("createToken", 200, (fields) => ({ code: 0, data: { ...fields, issued_by: "x" } })),
    want: ["+            issued_by:\n+              type: string"],
  },
  {
    given: "errors of another shape",
    deviation: (async ({ answer }) => {
      const response = await answer();
      return response.ok
        ? response
        : json(response.status, { error: await response.json() }, Object.fromEntries(response.headers));
    }) satisfies Deviation,
    want: ["+        error:\n+          type: object"],
  },
  {
    given: "201 for 200",
    deviation: async ({ operation, answer }: Call) => {
      const response = await answer();
      return operation === "createToken" && response.ok ? json(201, await response.json()) : response;
    },
    want: ['-        "200":', '+        "201":'],
  },
  {
    given: "403 without a challenge for 401, and another shape",
    deviation: replaced("createToken", 401, () => json(403, { error: "forbidden" })),
    want: ['-        "401":', '+        "403":', "-              required: true"],
  },
  {
    given: "a challenge of another scheme",
    deviation: replaced("createToken", 401, () =>
      json(401, { code: "x", message: "No." }, { "www-authenticate": "Basic" }),
    ),
    want: ["-              schema: { type: string, pattern: ^M800Auth }"],
  },
  {
    given: "another media type",
    deviation: async ({ operation, answer }: Call) => {
      const response = await answer();
      const contentType = { "content-type": "application/vnd.example+json; charset=utf-8" };
      return operation === "listCountries" && response.ok
        ? new Response(await response.text(), { headers: contentType })
        : response;
    },
    want: ["-            application/json:", "+            application/vnd.example+json:"],
  },
])(
  "given $given, writes the spec as it would be right, with which the check ends green",
  async ({ deviation, want }) => {
    const env = await gatewayEnv(deviation);
    const file = join(temporaryFolder(), "right.yaml");
    const before = await verifyLive(env, "--record", file, "--format", "markdown");
    expect(before.status).toBe(1);
    for (const lines of want) expect(before.stdout).toContain(lines);
    const after = await verify(["--spec", file], env);
    expect(after).toMatchObject({ status: 0, stderr: "" });
  },
);

test("amends what stands in the first of several files, and leaves the others alone", async () => {
  const folder = temporaryFolder();
  const [before = "", country = "", after = ""] = readFileSync(SPEC, "utf8").split(
    /(?<= {4}Country:\n)(.*?)(?= {4}Error:)/s,
  );
  writeFileSync(join(folder, "country.yaml"), country.replaceAll(/^ {6}/gm, ""));
  const spec = join(folder, "spec.yaml");
  writeFileSync(spec, `${before}      $ref: ./country.yaml\n${after}`);
  const env = await gatewayEnv(body("createToken", 200, ({ access_token }) => ({ access_token })));
  const { stdout, stderr, status } = await verify(["--spec", spec, "--format", "json"], env);
  expect({ stderr, status }).toEqual({ stderr: "", status: 1 });
  expect(JSON.parse(stdout).patch).toContain(
    "\n-      required: [access_token, expires_in]\n+      required: [access_token]\n",
  );
});

/** Another secret than the access token, in the same answer. */
const BESIDE = "beside-the-access-token";

test("prints and records no secret, however the gateway sends it back", async () => {
  const forms = ["utf8", "base64", "base64url", "hex"] as const;
  const tokens = new Set<string>();
  const env = await gatewayEnv(async ({ request, operation, answer }, api) => {
    for (const token of tokensOf(api)) tokens.add(token);
    const { authorization = "" } = Object.fromEntries(request.headers);
    const sent = [authorization, await request.clone().text()];
    const secrets = [...sent, ...Object.values(account), ...tokensOf(api), BESIDE];
    const echoed = secrets.flatMap((secret) => [
      ...forms.map((form) => Buffer.from(secret).toString(form)),
      encodeURIComponent(secret),
    ]);
    const response = await answer();
    if (response.ok)
      return operation === "createToken"
        ? Response.json({ ...(await response.json()), refresh_token: BESIDE })
        : Response.json({ ...(await response.json()), [echoed.join()]: echoed });
    const body = { code: echoed.join(), message: echoed.join(" ") };
    return Response.json(response.status === 400 ? body : { ...body, [echoed.join()]: 1 }, response);
  });
  const file = join(temporaryFolder(), "recorded.yaml");
  const { stdout, stderr, status } = await verifyLive(env, "--record", file);
  expect(status).toBe(1);
  expect(stdout).toMatch(/has the\s+field\s+`[^`]*\*\*\*/);
  expect(readFileSync(file, "utf8")).toMatch(/message: .*\*\*\*/);

  const printed = stdout + stderr + readFileSync(file, "utf8");
  expect(tokens.size).toBe(2);
  for (const secret of [...Object.values(account), ...tokens, BESIDE]) expect(printed).not.toContain(secret);
});

test("prints and records no access token, however short it is", async () => {
  const token = "q~7x";
  const env = await gatewayEnv(({ request, operation, answer }) => {
    if (operation === "createToken") return answer().then((response) => (response.ok ? issue() : response));
    const isIssued = request.headers.get("authorization") === `Bearer ${token}`;
    return isIssued ? Response.json({ countries: [{ code: "HKG", name: `It is ${token}`, prefix: "852" }] }) : answer();
  });
  const issue = () => Response.json({ access_token: token, expires_in: 300 });
  const file = join(temporaryFolder(), "recorded.yaml");
  const { stdout, stderr } = await verifyLive(env, "--record", file);
  expect(readFileSync(file, "utf8")).toContain("It is ***");
  expect(stdout + stderr + readFileSync(file, "utf8")).not.toContain(token);
});

function tokensOf(api: ReferenceApi): string[] {
  return api.tokens.issued().map(({ token }) => token);
}
