import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { apiDiff } from "./api-diff.ts";

const API = `/** How long. */
export declare function leftMsOf(token: string): number;
interface Options {
  readonly timeoutMs?: number;
}
export declare class Store {
  private readonly one;
  get(options: Options): string | undefined;
}
export type { Options };
`;

test.each([
  { given: "nothing", from: "", to: "", level: [], text: [] },
  { given: "words", from: "How long.", to: "How long yet.", level: ["text"], text: ["its words changed"] },
  {
    given: "a new name",
    from: "export type { Options }",
    to: "export type { Options, Options as More }",
    level: ["harmless"],
    text: ["`More` is new"],
  },
  {
    given: "a new option",
    from: "timeoutMs?: number",
    to: "timeoutMs?: number; readonly retry?: number",
    level: ["harmless"],
    text: ["its types changed, as far as the compiler can tell for nobody"],
  },
  {
    given: "a private field",
    from: "private readonly one",
    to: "private readonly other",
    level: ["text"],
    text: ["its words changed"],
  },
  {
    given: "a function gone",
    from: "export declare function leftMsOf(token: string): number;",
    to: "",
    level: ["breaking"],
    text: ["`leftMsOf` is gone"],
  },
  {
    given: "a type gone",
    from: "export type { Options }",
    to: "export {}",
    level: ["breaking"],
    text: ["`Options` is gone"],
  },
  {
    given: "a parameter more",
    from: "token: string",
    to: "token: string, now: number",
    level: ["breaking"],
    text: ["`leftMsOf` is not what it was"],
  },
  {
    given: "an option that is required",
    from: "timeoutMs?",
    to: "timeoutMs",
    level: ["breaking"],
    text: ["`Options` is not what it was"],
  },
  {
    given: "a method's result",
    from: "| undefined",
    to: "| null",
    level: ["breaking"],
    text: ["`Store` is not what it was"],
  },
])("an API with another $given", async ({ from, to, level, text }) => {
  const changes = await apiDiff(API, API.replace(from, to), tmpdir());
  expect(changes.map((change) => change.level)).toEqual(level);
  expect(changes.map((change) => change.text)).toEqual(text);
});
