import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ProgramName } from "../../require-program.ts";
import { JAVA_OPTIONS } from "../src/run-generator.ts";
import { run } from "./run.ts";

/** How a language compiles a generated client, and runs a program that uses it. */
interface Toolchain {
  readonly programs: readonly ProgramName[];
  /** Fetches what a client depends on into a folder. */
  prepare(client: string, work: string): Promise<unknown>;
  /** Compiles a client. */
  compile(client: string, work: string): Promise<unknown>;
  /** Runs a program with a compiled client. Returns what the program printed. */
  run(client: string, work: string, program: string, env: Readonly<Record<string, string>>): Promise<string>;
}

export const toolchains: Readonly<Record<"python" | "java" | "go", Toolchain>> = {
  python: {
    programs: ["python3"],
    async prepare(client, work) {
      await run("python3", ["-m", "venv", join(work, "venv")]);
      await run(join(work, "venv/bin/pip"), ["install", "--quiet", "-r", join(client, "requirements.txt")]);
    },
    compile: (client, work) => run(join(work, "venv/bin/python"), ["-m", "compileall", "-q", client]),
    run: (client, work, program, env) =>
      run(join(work, "venv/bin/python"), [program], { env: { ...env, PYTHONPATH: client } }),
  },
  java: {
    programs: ["javac", "mvn"],
    prepare(client, work) {
      const goal = ["dependency:build-classpath", "-DincludeScope=compile", `-Dmdep.outputFile=${join(work, "cp")}`];
      return run("mvn", ["--quiet", "--batch-mode", "--file", join(client, "pom.xml"), ...goal], {
        env: { MAVEN_OPTS: JAVA_OPTIONS.join(" ") },
      });
    },
    compile(client, work) {
      const sources = globSync("src/main/java/**/*.java", { cwd: client }).map((path) => join(client, path));
      const classPath = readFileSync(join(work, "cp"), "utf8").trim();
      return run("javac", [
        ...JAVA_OPTIONS.map((option) => `-J${option}`),
        "-nowarn",
        "-d",
        join(client, "target/classes"),
        "-cp",
        classPath,
        ...sources,
      ]);
    },
    run(client, work, program, env) {
      const classPath = [join(client, "target/classes"), readFileSync(join(work, "cp"), "utf8").trim()].join(":");
      return run("java", [...JAVA_OPTIONS, "-cp", classPath, program], { env });
    },
  },
  go: {
    programs: ["go"],
    prepare: async () => {},
    compile: (client) => run("go", ["vet", "."], { cwd: client }),
    async run(client, _work, program, env) {
      // In one place each time, by which the Go command knows what it has built.
      const example = `${client}-${basename(program, ".go")}`;
      mkdirSync(example, { recursive: true });
      cpSync(program, join(example, "main.go"));
      const [, module] = /^module (\S+)$/m.exec(readFileSync(join(client, "go.mod"), "utf8")) ?? [];
      writeFileSync(
        join(example, "go.mod"),
        `module example\n\ngo 1.23\n\nrequire ${module} v0.0.0\n\nreplace ${module} => ${client}\n`,
      );
      return run("go", ["run", "."], { cwd: example, env });
    },
  },
};
