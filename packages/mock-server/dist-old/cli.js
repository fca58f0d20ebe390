#!/usr/bin/env node
import { a as api, n as tokenOperationOf, o as defaultAccount, s as parseAccounts } from "./mock-engine-4KSNdbtH.js";
import { t as serveMockApi } from "./serve-mock-api-BI7_YgQe.js";
import { readFile } from "node:fs/promises";
import { parseArgs, styleText } from "node:util";
import { setFlagsFromString } from "node:v8";
import { watch } from "node:fs";
import { dirname } from "node:path";
// package.json
var version = "0.0.0";
// src/add-fault.ts
/** Adds a fault that is written as `name=value,…`. @throws Error that names what is wrong with it. */
function addFault(faults, written) {
	const fields = Object.fromEntries(written.split(",").map((field) => {
		const [name = "", value = ""] = field.split("=");
		return [name, NAMES.has(name) ? value : Number(value || NaN)];
	}));
	try {
		faults.add(asFault(fields));
	} catch (error) {
		throw new Error(`--fault ${written}: ${error instanceof Error ? error.message : error}`);
	}
}
const NAMES = /* @__PURE__ */ new Set(["kind", "operation"]);
function asFault(fields) {
	return fields;
}
// src/help.ts
/** What `m800-mock-server --help` prints. */
const HELP = `Serves a mock of the M800 Phone Number API over HTTP.

Usage: m800-mock-server [options]

  --port N            port to listen on (default: 0, any free one)
  --host ADDRESS      address to listen on (default: 127.0.0.1)
  --allow-remote      allow a --host that other machines can reach
  --cors ORIGIN       let pages of this origin call the API (repeatable)
  --token-lifetime N  lifetime of an access token in seconds (default: 300)
  --accounts FILE     JSON: [{ username, securityToken, password?, countries? }]
                      (default: ${Object.values(defaultAccount).join(", ")})
  --spec FILE         serve this OpenAPI 3.0 or 3.1 document, JSON or YAML,
                      instead of M800's API
  --strict            end at once if the document has faults
  --watch             serve the document anew when it changes
  --control           let other processes drive the mock: prints an address
                      and a secret (or takes M800_MOCK_CONTROL_SECRET)
  --control-port N    port of that address (default: 0, any free one)
  --latency MS        delay of every answer in milliseconds
  --fault FIELDS      trouble for requests, as kind=status,status=503,rate=0.1
                      (repeatable)
                      kinds: network-error, timeout, status, truncate, garbage,
                      slow (with delayMs)
                      for some: operation=ID, nth=N, rate=0..1
  --seed N            decides which requests a rate meets (default: 1)
  --log FORMAT        text, json or none (default: text)
  --version           the version of this command
  --help              this text
`;
// src/keep-heap-small.ts
/**
* Keeps the space for young objects as small as it begins. Under load Node lets it grow to 100 MB and never gives it back,
* though of a mock's objects few stay: the requests that it remembers.
*/
function keepHeapSmall() {
	setFlagsFromString("--semi-space-growth-factor=1");
}
// src/watch-spec.ts
/**
* Calls back when a document may have changed, or a file that it refers to: any of YAML or JSON in its folder or below.
*
* @returns what ends it.
*/
function watchSpec(path, onChange) {
	let timer;
	let last = Promise.resolve();
	const watcher = watch(dirname(path), { recursive: true }, (_event, file) => {
		if (!file || !/\.(ya?ml|json)$/i.test(file) || file.includes("node_modules")) return;
		clearTimeout(timer);
		timer = setTimeout(() => {
			last = last.then(onChange);
		}, SETTLE_MS);
	});
	return () => {
		clearTimeout(timer);
		watcher.close();
	};
}
/** A file is written in several steps. */
const SETTLE_MS = 50;
// src/cli.ts
const logs = {
	text({ method, path, status, refusal, durationMs }) {
		const colour = status === 0 || status >= 500 ? "red" : status >= 400 ? "yellow" : "green";
		const reason = refusal === void 0 ? "" : styleText("dim", `  ${refusal}`);
		console.log(`${styleText(colour, String(status || "---"))} ${method} ${path} ${durationMs.toFixed(1)} ms${reason}`);
	},
	json: (exchange) => console.log(JSON.stringify(exchange)),
	none: void 0
};
/** Longer delays end at once, in Node. */
const MAX_TIMER_MS = 2 ** 31 - 1;
keepHeapSmall();
try {
	await main();
} catch (error) {
	console.error(explain(error));
	process.exitCode = 1;
}
async function main() {
	const { values } = parseArgs({ options: {
		port: {
			type: "string",
			default: "0"
		},
		host: {
			type: "string",
			default: "127.0.0.1"
		},
		"allow-remote": {
			type: "boolean",
			default: false
		},
		cors: {
			type: "string",
			multiple: true,
			default: []
		},
		"token-lifetime": {
			type: "string",
			default: "300"
		},
		accounts: { type: "string" },
		spec: { type: "string" },
		strict: {
			type: "boolean",
			default: false
		},
		watch: {
			type: "boolean",
			default: false
		},
		control: {
			type: "boolean",
			default: false
		},
		"control-port": {
			type: "string",
			default: "0"
		},
		latency: { type: "string" },
		fault: {
			type: "string",
			multiple: true,
			default: []
		},
		seed: {
			type: "string",
			default: "1"
		},
		log: {
			type: "string",
			default: "text"
		},
		version: {
			type: "boolean",
			default: false
		},
		help: {
			type: "boolean",
			default: false
		}
	} });
	if (values.help) {
		process.stdout.write(HELP);
		return;
	}
	if (values.version) {
		console.log(version);
		return;
	}
	const accounts = values.accounts === void 0 ? [defaultAccount] : await readAccounts(values.accounts);
	const onReply = logs[values.log];
	if (!Object.hasOwn(logs, values.log)) throw new RangeError(`--log takes ${Object.keys(logs).join(", ")}, not "${values.log}".`);
	const delays = values.latency === void 0 ? [] : [`kind=slow,delayMs=${wholeNumber("--latency", values.latency, 0, MAX_TIMER_MS)}`];
	const { spec: file, watch, strict } = values;
	for (const [flag, isGiven] of Object.entries({
		"--watch": watch,
		"--strict": strict
	})) if (isGiven && file === void 0) throw new RangeError(`${flag} is about a document: name it with --spec.`);
	const spec = file === void 0 ? void 0 : await loadSpec(file, strict);
	const server = await serveMockApi({
		...spec && { spec },
		port: wholeNumber("--port", values.port, 0, 65535),
		host: values.host,
		allowRemote: values["allow-remote"],
		allowedOrigins: values.cors,
		tokenLifetimeSeconds: wholeNumber("--token-lifetime", values["token-lifetime"], 1, Number.MAX_SAFE_INTEGER),
		accounts,
		seed: wholeNumber("--seed", values.seed, 0, Number.MAX_SAFE_INTEGER),
		control: values.control && {
			port: wholeNumber("--control-port", values["control-port"], 0, 65535),
			secret: process.env.M800_MOCK_CONTROL_SECRET
		},
		...onReply && { onReply }
	});
	try {
		for (const fields of [...delays, ...values.fault]) addFault(server.faults, fields);
	} catch (error) {
		await server.close();
		throw error;
	}
	const { baseUrl, control } = server;
	if (values.log === "json") console.log(JSON.stringify({
		baseUrl,
		control
	}));
	else {
		console.log(`M800 mock API at ${baseUrl} (Ctrl-C to stop)`);
		if (control) console.log(`Control at ${control.url} with the secret ${control.secret}`);
		const operation = tokenOperationOf(spec?.api ?? api);
		if (operation && values.accounts === void 0) console.log(howToUse(baseUrl, operation));
	}
	const unwatch = file !== void 0 && watch ? watchSpec(file, () => reload(server, file, strict)) : () => {};
	for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => {
		unwatch();
		server.close();
	});
}
/** A document that cannot be served, as it may be while it is written, leaves the last one in its place. */
async function reload(server, file, isStrict) {
	try {
		server.reload(await loadSpec(file, isStrict));
		console.error(`Serving ${file} anew.`);
	} catch (error) {
		console.error(explain(error));
	}
}
/** For the default account, which is no secret: what a program's environment needs, and a first request. */
function howToUse(baseUrl, { method, path }) {
	const { securityToken, username, password } = defaultAccount;
	return `
  Use it from a program:
    export M800_BASE_URL=${baseUrl}
    export M800_SECURITY_TOKEN=${securityToken}
    export M800_USERNAME=${username} M800_PASSWORD=${password}

  Or get a token by hand:
    curl -X ${method} ${baseUrl}${path} \\
      -H "Authorization: M800Auth ${securityToken}" \\
      -H "Content-Type: application/json" -d '{"username":"${username}"}'
`;
}
function wholeNumber(flag, value, minimum, maximum) {
	const number = Number(value);
	if (value.trim() !== "" && Number.isInteger(number) && number >= minimum && number <= maximum) return number;
	throw new RangeError(`${flag} takes a whole number from ${minimum} to ${maximum}, not "${value}".`);
}
/** Loaded only where it is asked for, since the compiler takes its time to load. */
async function loadSpec(path, isStrict) {
	const { readSpec } = await import("./read-spec-bXbWkBxD.js");
	const { problems, ...spec } = await readSpec(path).catch((error) => {
		throw new Error(`--spec ${path}: ${error instanceof Error ? error.message : error}`);
	});
	if (isStrict && problems.length > 0) throw new Error(problems.join("\n"));
	for (const problem of problems) console.error(problem);
	return spec;
}
async function readAccounts(path) {
	const text = await readFile(path, "utf8");
	try {
		return parseAccounts(JSON.parse(text));
	} catch (error) {
		const reason = error instanceof TypeError ? error.message : "it is not valid JSON.";
		throw new Error(`--accounts ${path}: ${reason}`);
	}
}
function explain(error) {
	if (!(error instanceof Error)) return String(error);
	const code = "code" in error ? error.code : void 0;
	if (code === "EADDRINUSE") return `${error.message}. Stop what listens there, or choose another --port.`;
	if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" || code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") return `${error.message}\nRun m800-mock-server --help for the options.`;
	return error.message.replace("allowRemote", "--allow-remote");
}
export {};
