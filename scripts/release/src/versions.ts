import type { PackageKey } from "./finding.ts";
import { packageName } from "./packages.ts";

/** By package; undefined where nothing is released. */
export type Versions = Readonly<Record<PackageKey, string | undefined>>;

/** The packages' versions, from what reads each one's package.json. */
export async function versionsOf(readManifest: (key: PackageKey) => Promise<string | undefined>): Promise<Versions> {
  const read = async (key: PackageKey): Promise<string | undefined> => {
    const manifest = await readManifest(key);
    if (manifest === undefined) return undefined;
    const { version }: { version?: unknown } = JSON.parse(manifest);
    if (typeof version === "string") return version;
    throw new Error(`${packageName(key)} has no version in its package.json.`);
  };
  const [client, auth, mockServer] = await Promise.all([read("client"), read("auth"), read("mock-server")]);
  return { client, auth, "mock-server": mockServer };
}
