import { randomUUID } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** The programs and libraries that suites need, by their file names, and how a person gets them. */
const PROGRAMS = {
  WebKitWebDriver: "on Debian: apt-get install webkit2gtk-driver",
  Xvfb: "on Debian: apt-get install xvfb",
  actionlint: "go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12",
  chromium: "on Debian: apt-get install chromium",
  "firefox-esr": "on Debian: apt-get install firefox-esr",
  go: "from https://go.dev/dl",
  java: "on Debian: apt-get install default-jre-headless",
  javac: "on Debian: apt-get install default-jdk-headless",
  "libatomic.so.1": "on Debian: apt-get install libatomic1",
  mvn: "on Debian: apt-get install maven",
  postgres: "on Debian: apt-get install postgresql, and ln -s /usr/lib/postgresql/*/bin/postgres /usr/local/bin",
  python3: "on Debian: apt-get install python3-venv",
  "redis-server": "on Debian: apt-get install redis-server",
  "valkey-server": "from https://valkey.io/download, or on Debian 13: apt-get install valkey-server",
  zizmor: "pipx install zizmor==1.32.0",
} as const;

/** A program that {@link requireProgram} knows. */
export type ProgramName = keyof typeof PROGRAMS;

/** Those that are not here, each with how a person gets it. */
export function missingPrograms(): readonly (readonly [name: string, how: string])[] {
  return Object.entries(PROGRAMS).filter(([name]) => findProgram(name) === undefined);
}

/**
 * Finds a system program that a suite needs. It installs nothing: `.ci/install` does, on Debian and as root.
 *
 * @returns its path; undefined, after saying so, if it is not to be had
 * @throws Error instead under `CI=true`, where nothing may be skipped
 */
export function requireProgram(name: ProgramName): string | undefined {
  const path = findProgram(name);
  if (path) {
    if (existsSync(markOf(name))) writeFileSync(markOf(name), "");
    return path;
  }
  const message = `${name} is not installed. Install it (${PROGRAMS[name]}).`;
  if (process.env.CI === "true") throw new Error(message);
  mkdirSync(dirname(markOf(name)), { recursive: true });
  writeFileSync(markOf(name), randomUUID());
  console.warn(`\nSKIPPED: every test that needs ${name}. ${message}\n`);
  return undefined;
}

/**
 * An input of the suite's task, beside its results: it is another one after each skip, so that no skip is ever taken from
 * the cache for a success.
 */
function markOf(name: ProgramName): string {
  return join(".vitest", `skipped-${name}`);
}

const LIBRARIES = ["/usr/lib", "/usr/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"];

/** Where a program is: on `path`, as the platform spells it, or for a library where Linux keeps them. */
export function findProgram(
  name: string,
  path: string = process.env.PATH ?? "",
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const isLibrary = /\.so\b/.test(name);
  const folders = isLibrary ? LIBRARIES : path.split(delimiter).filter(Boolean);
  const file = platform === "win32" ? `${name}.exe` : name;
  return folders.map((folder) => join(folder, file)).find((candidate) => isFile(candidate, isLibrary));
}

/** A file that may be executed, and no folder of that name. */
function isFile(path: string, isLibrary: boolean): boolean {
  try {
    accessSync(path, isLibrary ? constants.R_OK : constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
