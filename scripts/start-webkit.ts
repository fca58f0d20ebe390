import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { freePort } from "./free-port.ts";
import { requireProgram } from "./require-program.ts";

// WebKitGTK has no mode without a screen: it gets one that nobody sees.
const [driverPath = "", screenPath = ""] = [requireProgram("WebKitWebDriver"), requireProgram("Xvfb")];

/** Whether WebKit can be driven here. */
export const hasWebKit: boolean = driverPath !== "" && screenPath !== "";

/** Starts WebKitGTK's driver, for the WebDriver client of a test. Each serves one session. */
export async function startWebKit(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const screen = spawn(screenPath, ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [display] = await once(createInterface(screen.stdout), "line");
  const port = await freePort();
  const driver = spawn(driverPath, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: `:${display}` },
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/status`).catch(() => undefined))?.ok) {
    if (driver.exitCode !== null) throw new Error("WebKitWebDriver ended at its start.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    async stop() {
      for (const child of [driver, screen]) await end(child);
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  child.kill();
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}
