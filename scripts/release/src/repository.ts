/** What stands in the root's package.json until the repository has an address. */
const PLACEHOLDER = "https://github.com/OWNER/REPOSITORY";

/** The part of a package.json that tells where the package comes from. */
export interface Metadata {
  readonly homepage?: unknown;
  readonly bugs?: unknown;
  readonly repository?: unknown;
}

/** The repository's address, from a package.json. @throws Error if it has none */
export function addressOf({ repository }: Metadata): string {
  const url =
    typeof repository === "object" && repository !== null && "url" in repository ? String(repository.url) : "";
  const [, address] = /^git\+(https:\/\/github\.com\/[\w.-]+\/[\w.-]+)\.git$/.exec(url) ?? [];
  if (address !== undefined) return address;
  throw new Error(`"${url}" as \`repository.url\` is no \`git+https://github.com/…/….git\`.`);
}

/** Whether an address is one that somebody has set. */
export function isPlaceholder(address: string): boolean {
  return address === PLACEHOLDER;
}

/** What a package's manifest has to say, for provenance and for who finds it in the registry. */
export function metadataOf(address: string, folder: string): Required<Metadata> {
  return {
    homepage: `${address}/tree/main/${folder}#readme`,
    bugs: `${address}/issues`,
    repository: { type: "git", url: `git+${address}.git`, directory: folder },
  };
}
