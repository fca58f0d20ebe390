import type { PackageKey } from "./finding.ts";
import { packageName } from "./packages.ts";

export type Versions = Readonly<Record<PackageKey, string>>;

/** The packages' versions, from what reads each one's package.json. */
export async function versionsOf(readManifest: (key: PackageKey) => Promise<string>): Promise<Versions> {
  const read = async (key: PackageKey): Promise<string> => {
    const { version }: { version?: unknown } = JSON.parse(await readManifest(key));
    if (typeof version === "string") return version;
    throw new Error(`${packageName(key)} has no version in its package.json.`);
  };
  const [client, auth, mockServer] = await Promise.all([read("client"), read("auth"), read("mock-server")]);
  return { client, auth, "mock-server": mockServer };
}
