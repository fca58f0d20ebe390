/** A kind of project, as its own scaffolder makes it, in which the packages have to work. */
export interface Stack {
  /** With its version. */
  readonly name: string;
  /** What its user does, in words of the table. */
  readonly tried: string;
  /** What npm installs beside the packed packages. */
  readonly packages: readonly string[];
  /** The guide, in `docs/`, whose named blocks are the project's files; and programs of `examples/platforms`. */
  readonly guide?: string;
  readonly examples?: readonly string[];
  /** The rest of what the project holds, from `../stacks`. */
  readonly folders?: readonly string[];
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** Run one after the other, as in a shell. All have to succeed. */
  readonly commands: readonly string[];
  /** Also part of `npm test`. */
  readonly isShort?: boolean;
}
