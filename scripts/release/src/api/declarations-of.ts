/** The declarations of a report, without the words around them; empty if there is none. */
export function declarationsOf(report: string): string {
  return /^```ts\n(.*?)^```$/ms.exec(report)?.[1] ?? "";
}
