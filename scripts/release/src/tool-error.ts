/** A program that the comparison needs is missing or failed: then nothing is known of the change, neither good nor bad. */
export class ToolError extends Error {
  override readonly name = "ToolError";
}
