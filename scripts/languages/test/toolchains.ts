import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ProgramName } from "../../require-program.ts";
import { run } from "./run.ts";

/** How a language compiles a generated client, and runs a program that uses it. */
interface Toolchain {
  readonly programs: readonly ProgramName[];
  /** Fetches what a client depends on into a folder. */
  prepare(client: string, work: string): Promise<unknown>;
  /** Compiles a client and runs a program with it. Returns what the program printed. */
  run(client: string, work: string, program: string, env: Readonly<Record<string, string>>): Promise<string>;
}

export const toolchains: Readonly<Record<"python" | "java" | "go", Toolchain>> = {
  python: {
    programs: ["python3"],
    async prepare(client, work) {
      await run("python3", ["-m", "venv", join(work, "venv")]);
      await run(join(work, "venv/bin/pip"), ["install", "--quiet", "-r", join(client, "requirements.txt")]);
    },
    async run(client, work, program, env) {
      const python = join(work, "venv/bin/python");
      await run(python, ["-m", "compileall", "-q", client]);
      return run(python, [program], { env: { ...env, PYTHONPATH: client } });
    },
  },
  java: {
    programs: ["javac", "mvn"],
    prepare(client, work) {
      const goal = ["dependency:build-classpath", "-DincludeScope=compile", `-Dmdep.outputFile=${join(work, "cp")}`];
      return run("mvn", ["--quiet", "--batch-mode", "--file", join(client, "pom.xml"), ...goal]);
    },
    async run(client, work, program, env) {
      const dependencies = readFileSync(join(work, "cp"), "utf8").trim();
      const classes = join(client, "target/classes");
      const sources = globSync("src/main/java/**/*.java", { cwd: client }).map((path) => join(client, path));
      await run("javac", ["-nowarn", "-d", classes, "-cp", dependencies, ...sources]);
      return run("java", ["-cp", `${classes}:${dependencies}`, program], { env });
    },
  },
  go: {
    programs: ["go"],
    prepare: async () => {},
    async run(client, work, program, env) {
      const example = join(work, "go");
      mkdirSync(example, { recursive: true });
      cpSync(program, join(example, "main.go"));
      const module = "m800.invalid/go/phonenumber";
      writeFileSync(
        join(example, "go.mod"),
        `module example\n\ngo 1.23\n\nrequire ${module} v0.0.0\n\nreplace ${module} => ${client}\n`,
      );
      return run("go", ["run", "."], { cwd: example, env });
    },
  },
};
