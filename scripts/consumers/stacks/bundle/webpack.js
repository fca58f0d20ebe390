import webpack from "webpack";

const output = { path: `${import.meta.dirname}/dist`, filename: "handler.cjs", library: { type: "commonjs2" } };
webpack({ entry: "./handler.js", target: "node", mode: "production", output }, (error, stats) => {
  if (!error && !stats.hasErrors() && !stats.hasWarnings()) return;
  console.error(error ?? stats.toString());
  process.exitCode = 1;
});
