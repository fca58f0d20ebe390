import { defineConfig, mergeConfig } from "vitest/config";
import { shared } from "../../vitest.shared.ts";

// The toolchains of the languages are found and called as POSIX systems do it.
const exclude = process.platform === "win32" ? ["test/{clients,control}.test.ts"] : [];

export default mergeConfig(shared, defineConfig({ test: { exclude: ["**/node_modules/**", ...exclude] } }));
