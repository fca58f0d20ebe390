import { expect, test } from "vitest";
import { needsShell } from "./needs-shell.ts";

test.each([
  { command: "npm", platform: "win32", want: true },
  { command: "C:\\Program Files\\nodejs\\node.exe", platform: "win32", want: false },
  { command: "tar.exe", platform: "win32", want: false },
  { command: "npm", platform: "linux", want: false },
  { command: "npm", platform: "darwin", want: false },
] as const)("$command on $platform needs a shell: $want", ({ command, platform, want }) => {
  expect(needsShell(command, platform)).toBe(want);
});
