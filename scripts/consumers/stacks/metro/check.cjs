const assert = require("node:assert/strict");
const vm = require("node:vm");
const Metro = require("metro");

// With the conditions that React Native's own configuration of Metro sets.
async function check() {
  const config = await Metro.loadConfig(
    { cwd: __dirname, "max-workers": 1 },
    {
      projectRoot: __dirname,
      resolver: { unstable_conditionNames: ["react-native"], useWatchman: false },
      transformer: { getTransformOptions: () => ({ transform: { experimentalImportSupport: true } }) },
    },
  );
  const { code } = await Metro.runBuild(config, { entry: "index.js", dev: false, minify: false, platform: "ios" });
  assert.doesNotMatch(code, /M800Auth|M800_USERNAME/);
  const context = vm.createContext({ URL, Request, Response, Headers, AbortController, fetch });
  vm.runInContext(code, context);
  assert.equal(typeof context.client.GET, "function");
  assert.equal(context.refusal, "ERR_CONFIGURATION");
}

check().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
