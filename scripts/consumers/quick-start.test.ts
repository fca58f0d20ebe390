import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../free-port.ts";
import { writeSnippets } from "../write-snippets.ts";
import { packPackages } from "./src/install.ts";

const GUIDE = join(import.meta.dirname, "../../docs/quick-start.md");

/** A folder with nothing in it but the word that this project's packages are the packed ones, since no registry has them. */
function emptyFolder(): { folder: string; packed: ReadonlyMap<string, string> } {
  const folder = mkdtempSync(join(tmpdir(), "quick-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const packed = new Map(
    packPackages("quick-start").map((file) => [/m800-(phone-number-[a-z-]*[a-z])-/.exec(file)?.[1] ?? "", file]),
  );
  const overrides = { "@m800/phone-number-client": packed.get("phone-number-client") };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ overrides }));
  return { folder, packed };
}

test("the quick start's commands, one after the other in an empty folder, print what it says", async () => {
  const { folder, packed } = emptyFolder();
  const port = await freePort();
  const page = readFileSync(GUIDE, "utf8");
  const blocks = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, code = ""]) =>
    code
      .replaceAll("8080", String(port))
      .replace(/(?<=^npm install .*)@m800\/([a-z-]+)/gm, (_, name: string) => packed.get(name) ?? name),
  );
  expect(blocks).toHaveLength(3);
  const [install = "", serve = "", call = ""] = blocks;

  const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`, NO_COLOR: "1" };
  const shell = (script: string) =>
    spawn("bash", ["-e", "-c", script], { cwd: folder, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  async function run(script: string): Promise<string> {
    const { stdout, stderr } = shell(script);
    return (await Promise.all([text(stdout), text(stderr)])).join("");
  }

  expect(await run(install)).toContain("added");
  const mock = shell(serve);
  onTestFinished(() => void process.kill(-(mock.pid ?? 0)));
  for await (const line of createInterface(mock.stdout)) if (line.includes(String(port))) break;
  writeSnippets(GUIDE, folder);
  const told = await run(call);
  expect(told).toMatch(/^token-acquired$/m);
  expect(told.match(/^[A-Z]{3} .+ \+\d+$/gm)).toHaveLength(3);
});
