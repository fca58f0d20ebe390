const assert = require("node:assert/strict");
const { createPhoneNumberClient } = require("@m800/phone-number-auth");
const { createRawClient } = require("@m800/phone-number-client");
const { existsSync } = require("node:fs");

assert.equal(typeof createRawClient, "function");
assert.equal(typeof require("@m800/phone-number-auth/with-credentials").createTokenHandler, "function");
if (existsSync("node_modules/msw")) {
  for (const entry of ["", "/compile", "/control", "/http", "/node"]) {
    assert.ok(Object.keys(require(`@m800/phone-number-mock-server${entry}`)).length > 0);
  }
}
createPhoneNumberClient()
  .GET("/countries")
  .then(({ response }) => assert.equal(response.status, 200));
