import { expect, test } from "vitest";
import { output, run } from "./run.ts";
import { ToolError } from "./tool-error.ts";

const node = (script: string, options?: Parameters<typeof run>[2]) =>
  output(process.execPath, ["--eval", script], options);

test("a program's output is returned, in the folder and the environment that were asked for", async () => {
  const script = "process.stdout.write(process.cwd() + process.env.M800_TEST)";
  expect(await node(script, { cwd: "/", env: { M800_TEST: "x" } })).toMatch(/[\\/]x$/);
});

test.each([
  { script: "console.error('words'); process.exit(3)", want: "failed with status 3:\nwords" },
  { script: "console.log('only here'); process.exit(1)", want: "failed with status 1:\nonly here" },
  { script: "process.kill(process.pid, 'SIGKILL')", want: "was ended by SIGKILL." },
])("a program that fails is named, with what it was asked and said: $want", async ({ script, want }) => {
  const failure = await node(script).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ToolError);
  expect(failure).toHaveProperty("message", expect.stringContaining(process.execPath));
  expect(failure).toHaveProperty("message", expect.stringContaining(want));
  if (want.startsWith("failed")) expect(failure).toHaveProperty("message", expect.stringContaining(`--eval ${script}`));
});

test("a program that is not there is a failed tool", async () => {
  await expect(run("m800-no-such-program", [])).rejects.toThrow("m800-no-such-program could not be started: ");
});
