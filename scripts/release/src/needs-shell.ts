/**
 * Whether a command has to be started by a shell: on Windows npm and its like are batch files, which nothing else starts. A
 * path names a program itself.
 */
export function needsShell(command: string, platform: NodeJS.Platform = process.platform): boolean {
  return platform === "win32" && !/[\\/.]/.test(command);
}
