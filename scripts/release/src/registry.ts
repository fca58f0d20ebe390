import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../../free-port.ts";

export interface Registry {
  readonly url: string;
  /** The environment in which npm and pnpm use it, as someone who may publish. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts a registry on loopback for this project's packages; all others go on coming from the usual one. */
export async function startRegistry(folder: string): Promise<Registry> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = {
    storage: join(folder, "storage"),
    auth: { htpasswd: { file: join(folder, "htpasswd") } },
    uplinks: {},
    packages: { "@m800/*": { access: "$all", publish: "$all" } },
    log: { type: "stdout", format: "pretty", level: "fatal" },
  };
  await writeFile(join(folder, "config.yaml"), JSON.stringify(config));
  const npmrc = join(folder, ".npmrc");
  await writeFile(npmrc, `@m800:registry=${url}/\n//127.0.0.1:${port}/:_authToken=rehearsal\n`);

  const bin = join(fileURLToPath(import.meta.resolve("verdaccio/package.json")), "../bin/verdaccio");
  const child = spawn(
    process.execPath,
    [bin, "--config", join(folder, "config.yaml"), "--listen", `127.0.0.1:${port}`],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const ended = once(child, "exit");
  process.once("exit", () => child.kill());
  await Promise.race([
    answers(`${url}/-/ping`),
    ended.then(([status]) => Promise.reject(new Error(`The registry ended with ${status}.`))),
  ]);
  return {
    url,
    env: { npm_config_userconfig: npmrc },
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** Asks until there is an answer. */
async function answers(url: string): Promise<void> {
  for (;;) {
    const isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
