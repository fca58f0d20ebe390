import { c as createEngine } from "./mock-engine-DqU56TwQ.js";
import { t as mapTree } from "./map-tree-Mcb1VvA4.js";
import "./mock-registry-CkJZDruw.js";
import { randomBytes, timingSafeEqual } from "node:crypto";
// src/generated/control-api.gen.ts
const api = {
	"baseUrl": "http://127.0.0.1",
	"operations": [
		{
			"operationId": "createMock",
			"method": "POST",
			"path": "/mocks",
			"security": [[{
				"kind": "http",
				"scheme": "bearer"
			}]],
			"secrets": [
				{ "properties": { "body": 1 } },
				{ "also": [2] },
				{ "also": [3] },
				{ "properties": { "accounts": 4 } },
				{ "items": [5] },
				{ "also": [6] },
				{ "properties": {
					"securityToken": 7,
					"password": 8
				} },
				{ "isSecret": true },
				{ "isSecret": true }
			],
			"parameters": [],
			"requestBody": {
				"required": true,
				"content": { "application/json": { "schema": "/x-added-schemas/createMock.request.application_json" } }
			},
			"responses": {
				"201": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Mock",
						"examples": { "example": "{\"mock\":\"1\",\"baseUrl\":\"http://127.0.0.1:8081/api/1\"}" }
					} }
				},
				"default": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Problem",
						"examples": { "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}" },
						"refusal": {
							"body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
							"place": ["message"]
						}
					} }
				}
			}
		},
		{
			"operationId": "getMock",
			"method": "GET",
			"path": "/mocks/{mock}",
			"security": [[{
				"kind": "http",
				"scheme": "bearer"
			}]],
			"secrets": [],
			"parameters": [{
				"name": "mock",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}],
			"parametersSchema": "/x-added-schemas/getMock.parameters",
			"responses": {
				"200": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Mock",
						"examples": { "example": "{\"mock\":\"default\",\"baseUrl\":\"http://127.0.0.1:8080\"}" }
					} }
				},
				"default": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Problem",
						"examples": { "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}" },
						"refusal": {
							"body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
							"place": ["message"]
						}
					} }
				}
			}
		},
		{
			"operationId": "dropMock",
			"method": "DELETE",
			"path": "/mocks/{mock}",
			"security": [[{
				"kind": "http",
				"scheme": "bearer"
			}]],
			"secrets": [],
			"parameters": [{
				"name": "mock",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}],
			"parametersSchema": "/x-added-schemas/dropMock.parameters",
			"responses": {
				"204": {
					"headers": {},
					"content": {}
				},
				"default": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Problem",
						"examples": { "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}" },
						"refusal": {
							"body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
							"place": ["message"]
						}
					} }
				}
			}
		},
		{
			"operationId": "resetMock",
			"method": "POST",
			"path": "/mocks/{mock}/reset",
			"security": [[{
				"kind": "http",
				"scheme": "bearer"
			}]],
			"secrets": [],
			"parameters": [{
				"name": "mock",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}],
			"parametersSchema": "/x-added-schemas/resetMock.parameters",
			"responses": {
				"204": {
					"headers": {},
					"content": {}
				},
				"default": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Problem",
						"examples": { "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}" },
						"refusal": {
							"body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
							"place": ["message"]
						}
					} }
				}
			}
		},
		{
			"operationId": "listTokens",
			"method": "GET",
			"path": "/mocks/{mock}/tokens",
			"security": [[{
				"kind": "http",
				"scheme": "bearer"
			}]],
			"secrets": [],
			"parameters": [{
				"name": "mock",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}],
			"parametersSchema": "/x-added-schemas/listTokens.parameters",
			"responses": {
				"200": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/x-added-schemas/listTokens.200.application_json",
						"examples": { "example": "{\"tokens\":[]}" }
					} }
				},
				"default": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Problem",
						"examples": { "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}" },
						"refusal": {
							"body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
							"place": ["message"]
						}
					} }
				}
			}
		},
		{
			"operationId": "revokeTokens",
			"method": "POST",
			"path": "/mocks/{mock}/tokens/revoke",
			"security": [[{
				"kind": "http",
				"scheme": "bearer"
			}]],
			"secrets": [],
			"parameters": [{
				"name": "mock",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}],
			"parametersSchema": "/x-added-schemas/revokeTokens.parameters",
			"requestBody": {
				"required": true,
				"content": { "application/json": { "schema": "/x-added-schemas/revokeTokens.request.application_json" } }
			},
			"responses": {
				"204": {
					"headers": {},
					"content": {}
				},
				"default": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Problem",
						"examples": { "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}" },
						"refusal": {
							"body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
							"place": ["message"]
						}
					} }
				}
			}
		},
		{
			"operationId": "expireTokens",
			"method": "POST",
			"path": "/mocks/{mock}/tokens/expire",
			"security": [[{
				"kind": "http",
				"scheme": "bearer"
			}]],
			"secrets": [],
			"parameters": [{
				"name": "mock",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}],
			"parametersSchema": "/x-added-schemas/expireTokens.parameters",
			"responses": {
				"204": {
					"headers": {},
					"content": {}
				},
				"default": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Problem",
						"examples": { "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}" },
						"refusal": {
							"body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
							"place": ["message"]
						}
					} }
				}
			}
		},
		{
			"operationId": "readClock",
			"method": "GET",
			"path": "/mocks/{mock}/clock",
			"security": [[{
				"kind": "http",
				"scheme": "bearer"
			}]],
			"secrets": [],
			"parameters": [{
				"name": "mock",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}],
			"parametersSchema": "/x-added-schemas/readClock.parameters",
			"responses": {
				"200": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Clock",
						"examples": { "example": "{\"now\":1700000000000}" }
					} }
				},
				"default": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Problem",
						"examples": { "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}" },
						"refusal": {
							"body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
							"place": ["message"]
						}
					} }
				}
			}
		},
		{
			"operationId": "advanceClock",
			"method": "POST",
			"path": "/mocks/{mock}/clock/advance",
			"security": [[{
				"kind": "http",
				"scheme": "bearer"
			}]],
			"secrets": [],
			"parameters": [{
				"name": "mock",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}],
			"parametersSchema": "/x-added-schemas/advanceClock.parameters",
			"requestBody": {
				"required": true,
				"content": { "application/json": { "schema": "/x-added-schemas/advanceClock.request.application_json" } }
			},
			"responses": {
				"200": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Clock",
						"examples": { "example": "{\"now\":1700000000000}" }
					} }
				},
				"default": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Problem",
						"examples": { "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}" },
						"refusal": {
							"body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
							"place": ["message"]
						}
					} }
				}
			}
		},
		{
			"operationId": "addReply",
			"method": "POST",
			"path": "/mocks/{mock}/replies",
			"security": [[{
				"kind": "http",
				"scheme": "bearer"
			}]],
			"secrets": [],
			"parameters": [{
				"name": "mock",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}],
			"parametersSchema": "/x-added-schemas/addReply.parameters",
			"requestBody": {
				"required": true,
				"content": { "application/json": { "schema": "/x-added-schemas/addReply.request.application_json" } }
			},
			"responses": {
				"201": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Added",
						"examples": { "example": "{\"id\":\"1\"}" }
					} }
				},
				"default": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Problem",
						"examples": { "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}" },
						"refusal": {
							"body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
							"place": ["message"]
						}
					} }
				}
			}
		},
		{
			"operationId": "removeReply",
			"method": "DELETE",
			"path": "/mocks/{mock}/replies/{id}",
			"security": [[{
				"kind": "http",
				"scheme": "bearer"
			}]],
			"secrets": [],
			"parameters": [{
				"name": "mock",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}, {
				"name": "id",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}],
			"parametersSchema": "/x-added-schemas/removeReply.parameters",
			"responses": {
				"204": {
					"headers": {},
					"content": {}
				},
				"default": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Problem",
						"examples": { "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}" },
						"refusal": {
							"body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
							"place": ["message"]
						}
					} }
				}
			}
		},
		{
			"operationId": "addFault",
			"method": "POST",
			"path": "/mocks/{mock}/faults",
			"security": [[{
				"kind": "http",
				"scheme": "bearer"
			}]],
			"secrets": [],
			"parameters": [{
				"name": "mock",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}],
			"parametersSchema": "/x-added-schemas/addFault.parameters",
			"requestBody": {
				"required": true,
				"content": { "application/json": { "schema": "/x-added-schemas/addFault.request.application_json" } }
			},
			"responses": {
				"201": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Added",
						"examples": { "example": "{\"id\":\"1\"}" }
					} }
				},
				"default": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Problem",
						"examples": { "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}" },
						"refusal": {
							"body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
							"place": ["message"]
						}
					} }
				}
			}
		},
		{
			"operationId": "clearFaults",
			"method": "DELETE",
			"path": "/mocks/{mock}/faults",
			"security": [[{
				"kind": "http",
				"scheme": "bearer"
			}]],
			"secrets": [],
			"parameters": [{
				"name": "mock",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}],
			"parametersSchema": "/x-added-schemas/clearFaults.parameters",
			"responses": {
				"204": {
					"headers": {},
					"content": {}
				},
				"default": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Problem",
						"examples": { "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}" },
						"refusal": {
							"body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
							"place": ["message"]
						}
					} }
				}
			}
		},
		{
			"operationId": "removeFault",
			"method": "DELETE",
			"path": "/mocks/{mock}/faults/{id}",
			"security": [[{
				"kind": "http",
				"scheme": "bearer"
			}]],
			"secrets": [],
			"parameters": [{
				"name": "mock",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}, {
				"name": "id",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}],
			"parametersSchema": "/x-added-schemas/removeFault.parameters",
			"responses": {
				"204": {
					"headers": {},
					"content": {}
				},
				"default": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Problem",
						"examples": { "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}" },
						"refusal": {
							"body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
							"place": ["message"]
						}
					} }
				}
			}
		},
		{
			"operationId": "listRequests",
			"method": "GET",
			"path": "/mocks/{mock}/requests",
			"security": [[{
				"kind": "http",
				"scheme": "bearer"
			}]],
			"secrets": [],
			"parameters": [{
				"name": "mock",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}, {
				"name": "operationId",
				"in": "query",
				"reading": "string",
				"style": "form",
				"explode": true
			}],
			"parametersSchema": "/x-added-schemas/listRequests.parameters",
			"responses": {
				"200": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/x-added-schemas/listRequests.200.application_json",
						"examples": { "example": "{\"requests\":[]}" }
					} }
				},
				"default": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Problem",
						"examples": { "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}" },
						"refusal": {
							"body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
							"place": ["message"]
						}
					} }
				}
			}
		},
		{
			"operationId": "sendMessage",
			"method": "POST",
			"path": "/mocks/{mock}/messages",
			"security": [[{
				"kind": "http",
				"scheme": "bearer"
			}]],
			"secrets": [],
			"parameters": [{
				"name": "mock",
				"in": "path",
				"reading": "string",
				"style": "simple",
				"explode": false
			}],
			"parametersSchema": "/x-added-schemas/sendMessage.parameters",
			"requestBody": {
				"required": true,
				"content": { "application/json": { "schema": "/x-added-schemas/sendMessage.request.application_json" } }
			},
			"responses": {
				"200": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Answer",
						"examples": { "example": "{\"status\":204,\"headers\":{},\"body\":\"\"}" }
					} }
				},
				"default": {
					"headers": {},
					"content": { "application/json": {
						"schema": "/components/schemas/Problem",
						"examples": { "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}" },
						"refusal": {
							"body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
							"place": ["message"]
						}
					} }
				}
			}
		}
	],
	"webhooks": []
};
// src/generated/control-validators.gen.ts
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esmMin = (fn, res, err) => () => {
	if (err) throw err[0];
	try {
		return fn && (res = fn(fn = 0)), res;
	} catch (e) {
		throw err = [e], e;
	}
};
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!no_symbols) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return target;
};
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toCommonJS = (mod) => __hasOwnProp.call(mod, "module.exports") ? mod["module.exports"] : __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var require_ucs2length = __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	function ucs2length(str) {
		const len = str.length;
		let length = 0;
		let pos = 0;
		let value;
		while (pos < len) {
			length++;
			value = str.charCodeAt(pos++);
			if (value >= 55296 && value <= 56319 && pos < len) {
				value = str.charCodeAt(pos);
				if ((value & 64512) === 56320) pos++;
			}
		}
		return length;
	}
	exports.default = ucs2length;
	ucs2length.code = "require(\"ajv/dist/runtime/ucs2length\").default";
}));
var require_formats = __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.formatNames = exports.fastFormats = exports.fullFormats = void 0;
	function fmtDef(validate, compare) {
		return {
			validate,
			compare
		};
	}
	exports.fullFormats = {
		date: fmtDef(date, compareDate),
		time: fmtDef(getTime(true), compareTime),
		"date-time": fmtDef(getDateTime(true), compareDateTime),
		"iso-time": fmtDef(getTime(), compareIsoTime),
		"iso-date-time": fmtDef(getDateTime(), compareIsoDateTime),
		duration: /^P(?!$)((\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?|(\d+W)?)$/,
		uri,
		"uri-reference": /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i,
		"uri-template": /^(?:(?:[^\x00-\x20"'<>%\\^`{|}]|%[0-9a-f]{2})|\{[+#./;?&=,!@|]?(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?(?:,(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?)*\})*$/i,
		url: /^(?:https?|ftp):\/\/(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)(?:\.(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)*(?:\.(?:[a-z\u{00a1}-\u{ffff}]{2,})))(?::\d{2,5})?(?:\/[^\s]*)?$/iu,
		email: /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i,
		hostname: /^(?=.{1,253}\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-0-9a-z]{0,61}[0-9a-z])?)*\.?$/i,
		ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/,
		ipv6: /^((([0-9a-f]{1,4}:){7}([0-9a-f]{1,4}|:))|(([0-9a-f]{1,4}:){6}(:[0-9a-f]{1,4}|((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){5}(((:[0-9a-f]{1,4}){1,2})|:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){4}(((:[0-9a-f]{1,4}){1,3})|((:[0-9a-f]{1,4})?:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){3}(((:[0-9a-f]{1,4}){1,4})|((:[0-9a-f]{1,4}){0,2}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){2}(((:[0-9a-f]{1,4}){1,5})|((:[0-9a-f]{1,4}){0,3}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){1}(((:[0-9a-f]{1,4}){1,6})|((:[0-9a-f]{1,4}){0,4}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(:(((:[0-9a-f]{1,4}){1,7})|((:[0-9a-f]{1,4}){0,5}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:)))$/i,
		regex,
		uuid: /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
		"json-pointer": /^(?:\/(?:[^~/]|~0|~1)*)*$/,
		"json-pointer-uri-fragment": /^#(?:\/(?:[a-z0-9_\-.!$&'()*+,;:=@]|%[0-9a-f]{2}|~0|~1)*)*$/i,
		"relative-json-pointer": /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/,
		byte,
		int32: {
			type: "number",
			validate: validateInt32
		},
		int64: {
			type: "number",
			validate: validateInt64
		},
		float: {
			type: "number",
			validate: validateNumber
		},
		double: {
			type: "number",
			validate: validateNumber
		},
		password: true,
		binary: true
	};
	exports.fastFormats = {
		...exports.fullFormats,
		date: fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d$/, compareDate),
		time: fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareTime),
		"date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\dt(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareDateTime),
		"iso-time": fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoTime),
		"iso-date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d[t\s](?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoDateTime),
		uri: /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/)?[^\s]*$/i,
		"uri-reference": /^(?:(?:[a-z][a-z0-9+\-.]*:)?\/?\/)?(?:[^\\\s#][^\s#]*)?(?:#[^\\\s]*)?$/i,
		email: /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i
	};
	exports.formatNames = Object.keys(exports.fullFormats);
	function isLeapYear(year) {
		return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	}
	const DATE = /^(\d\d\d\d)-(\d\d)-(\d\d)$/;
	const DAYS = [
		0,
		31,
		28,
		31,
		30,
		31,
		30,
		31,
		31,
		30,
		31,
		30,
		31
	];
	function date(str) {
		const matches = DATE.exec(str);
		if (!matches) return false;
		const year = +matches[1];
		const month = +matches[2];
		const day = +matches[3];
		return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : DAYS[month]);
	}
	function compareDate(d1, d2) {
		if (!(d1 && d2)) return void 0;
		if (d1 > d2) return 1;
		if (d1 < d2) return -1;
		return 0;
	}
	const TIME = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)?$/i;
	function getTime(strictTimeZone) {
		return function time(str) {
			const matches = TIME.exec(str);
			if (!matches) return false;
			const hr = +matches[1];
			const min = +matches[2];
			const sec = +matches[3];
			const tz = matches[4];
			const tzSign = matches[5] === "-" ? -1 : 1;
			const tzH = +(matches[6] || 0);
			const tzM = +(matches[7] || 0);
			if (tzH > 23 || tzM > 59 || strictTimeZone && !tz) return false;
			if (hr <= 23 && min <= 59 && sec < 60) return true;
			const utcMin = min - tzM * tzSign;
			const utcHr = hr - tzH * tzSign - (utcMin < 0 ? 1 : 0);
			return (utcHr === 23 || utcHr === -1) && (utcMin === 59 || utcMin === -1) && sec < 61;
		};
	}
	function compareTime(s1, s2) {
		if (!(s1 && s2)) return void 0;
		const t1 = (/* @__PURE__ */ new Date("2020-01-01T" + s1)).valueOf();
		const t2 = (/* @__PURE__ */ new Date("2020-01-01T" + s2)).valueOf();
		if (!(t1 && t2)) return void 0;
		return t1 - t2;
	}
	function compareIsoTime(t1, t2) {
		if (!(t1 && t2)) return void 0;
		const a1 = TIME.exec(t1);
		const a2 = TIME.exec(t2);
		if (!(a1 && a2)) return void 0;
		t1 = a1[1] + a1[2] + a1[3];
		t2 = a2[1] + a2[2] + a2[3];
		if (t1 > t2) return 1;
		if (t1 < t2) return -1;
		return 0;
	}
	const DATE_TIME_SEPARATOR = /t|\s/i;
	function getDateTime(strictTimeZone) {
		const time = getTime(strictTimeZone);
		return function date_time(str) {
			const dateTime = str.split(DATE_TIME_SEPARATOR);
			return dateTime.length === 2 && date(dateTime[0]) && time(dateTime[1]);
		};
	}
	function compareDateTime(dt1, dt2) {
		if (!(dt1 && dt2)) return void 0;
		const d1 = new Date(dt1).valueOf();
		const d2 = new Date(dt2).valueOf();
		if (!(d1 && d2)) return void 0;
		return d1 - d2;
	}
	function compareIsoDateTime(dt1, dt2) {
		if (!(dt1 && dt2)) return void 0;
		const [d1, t1] = dt1.split(DATE_TIME_SEPARATOR);
		const [d2, t2] = dt2.split(DATE_TIME_SEPARATOR);
		const res = compareDate(d1, d2);
		if (res === void 0) return void 0;
		return res || compareTime(t1, t2);
	}
	const NOT_URI_FRAGMENT = /\/|:/;
	const URI = /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)(?:\?(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
	function uri(str) {
		return NOT_URI_FRAGMENT.test(str) && URI.test(str);
	}
	const BYTE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/gm;
	function byte(str) {
		BYTE.lastIndex = 0;
		return BYTE.test(str);
	}
	const MIN_INT32 = -(2 ** 31);
	const MAX_INT32 = 2 ** 31 - 1;
	function validateInt32(value) {
		return Number.isInteger(value) && value <= MAX_INT32 && value >= MIN_INT32;
	}
	function validateInt64(value) {
		return Number.isInteger(value);
	}
	function validateNumber() {
		return true;
	}
	const Z_ANCHOR = /[^\\]\\Z/;
	function regex(str) {
		if (Z_ANCHOR.test(str)) return false;
		try {
			new RegExp(str);
			return true;
		} catch (e) {
			return false;
		}
	}
}));
var formats_exports = __exportAll({ formats: () => formats });
var import_formats;
var formats;
var init_formats = __esmMin(() => {
	import_formats = require_formats();
	formats = {
		...import_formats.fullFormats,
		int64: {
			type: "number",
			validate: (value) => Number.isInteger(value) && value >= -(2 ** 63) && value <= 2 ** 63
		}
	};
});
const validate0_0 = validate1$1;
const schema1 = {
	"type": "object",
	"description": "What a mock begins with. What is left out is as the process was told at its start.",
	"additionalProperties": false,
	"properties": {
		"accounts": {
			"type": ["array", "null"],
			"description": "Who may ask for a token.",
			"minItems": 1,
			"items": { "$ref": "#/components/schemas/Account" }
		},
		"tokenLifetimeSeconds": {
			"type": "integer",
			"minimum": 1,
			"description": "Lifetime of an access token."
		},
		"seed": {
			"type": "integer",
			"description": "Decides which requests a fault's rate meets."
		}
	}
};
const func0$1 = Object.prototype.hasOwnProperty;
const schema2 = {
	"type": "object",
	"description": "An account of the API.",
	"required": ["username", "securityToken"],
	"additionalProperties": false,
	"properties": {
		"username": {
			"type": "string",
			"minLength": 1,
			"description": "The API user ID."
		},
		"securityToken": {
			"type": "string",
			"format": "password",
			"minLength": 1,
			"description": "The security token."
		},
		"password": {
			"type": "string",
			"format": "password",
			"minLength": 1,
			"description": "The API password."
		},
		"countries": {
			"type": ["array", "null"],
			"description": "Codes of the countries that it can get numbers in.",
			"items": { "type": "string" }
		}
	}
};
const func4 = require_ucs2length().default;
function validate2$1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate2$1.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.username === void 0 || !func0$1.call(data, "username")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "username" },
				message: "must have required property 'username'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.securityToken === void 0 || !func0$1.call(data, "securityToken")) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "securityToken" },
				message: "must have required property 'securityToken'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 of Object.keys(data)) if (!(key0 === "username" || key0 === "securityToken" || key0 === "password" || key0 === "countries")) {
			const err2 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.username !== void 0 && func0$1.call(data, "username")) {
			let data0 = data.username;
			if (typeof data0 === "string") {
				if (func4(data0) < 1) {
					const err3 = {
						instancePath: instancePath + "/username",
						schemaPath: "#/properties/username/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/username",
					schemaPath: "#/properties/username/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.securityToken !== void 0 && func0$1.call(data, "securityToken")) {
			let data1 = data.securityToken;
			if (typeof data1 === "string") {
				if (func4(data1) < 1) {
					const err5 = {
						instancePath: instancePath + "/securityToken",
						schemaPath: "#/properties/securityToken/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
			} else {
				const err6 = {
					instancePath: instancePath + "/securityToken",
					schemaPath: "#/properties/securityToken/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		if (data.password !== void 0 && func0$1.call(data, "password")) {
			let data2 = data.password;
			if (typeof data2 === "string") {
				if (func4(data2) < 1) {
					const err7 = {
						instancePath: instancePath + "/password",
						schemaPath: "#/properties/password/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
			} else {
				const err8 = {
					instancePath: instancePath + "/password",
					schemaPath: "#/properties/password/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
		if (data.countries !== void 0 && func0$1.call(data, "countries")) {
			let data3 = data.countries;
			if (!Array.isArray(data3) && data3 !== null) {
				const err9 = {
					instancePath: instancePath + "/countries",
					schemaPath: "#/properties/countries/type",
					keyword: "type",
					params: { type: schema2.properties.countries.type },
					message: "must be array,null"
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
			if (Array.isArray(data3)) {
				const len0 = data3.length;
				for (let i0 = 0; i0 < len0; i0++) if (typeof data3[i0] !== "string") {
					const err10 = {
						instancePath: instancePath + "/countries/" + i0,
						schemaPath: "#/properties/countries/items/type",
						keyword: "type",
						params: { type: "string" },
						message: "must be string"
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
			}
		}
	} else {
		const err11 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err11];
		else vErrors.push(err11);
		errors++;
	}
	validate2$1.errors = vErrors;
	return errors === 0;
}
validate2$1.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
function validate1$1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate1$1.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 of Object.keys(data)) if (!(key0 === "accounts" || key0 === "tokenLifetimeSeconds" || key0 === "seed")) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.accounts !== void 0 && func0$1.call(data, "accounts")) {
			let data0 = data.accounts;
			if (!Array.isArray(data0) && data0 !== null) {
				const err1 = {
					instancePath: instancePath + "/accounts",
					schemaPath: "#/properties/accounts/type",
					keyword: "type",
					params: { type: schema1.properties.accounts.type },
					message: "must be array,null"
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
			if (Array.isArray(data0)) {
				if (data0.length < 1) {
					const err2 = {
						instancePath: instancePath + "/accounts",
						schemaPath: "#/properties/accounts/minItems",
						keyword: "minItems",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 items"
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
				const len0 = data0.length;
				for (let i0 = 0; i0 < len0; i0++) if (!validate2$1(data0[i0], {
					instancePath: instancePath + "/accounts/" + i0,
					parentData: data0,
					parentDataProperty: i0,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate2$1.errors : vErrors.concat(validate2$1.errors);
					errors = vErrors.length;
				}
			}
		}
		if (data.tokenLifetimeSeconds !== void 0 && func0$1.call(data, "tokenLifetimeSeconds")) {
			let data2 = data.tokenLifetimeSeconds;
			if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2))) {
				const err3 = {
					instancePath: instancePath + "/tokenLifetimeSeconds",
					schemaPath: "#/properties/tokenLifetimeSeconds/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
			if (typeof data2 == "number") {
				if (data2 < 1 || isNaN(data2)) {
					const err4 = {
						instancePath: instancePath + "/tokenLifetimeSeconds",
						schemaPath: "#/properties/tokenLifetimeSeconds/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
			}
		}
		if (data.seed !== void 0 && func0$1.call(data, "seed")) {
			let data3 = data.seed;
			if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3))) {
				const err5 = {
					instancePath: instancePath + "/seed",
					schemaPath: "#/properties/seed/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
	} else {
		const err6 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err6];
		else vErrors.push(err6);
		errors++;
	}
	validate1$1.errors = vErrors;
	return errors === 0;
}
validate1$1.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_1 = validate4$1;
function validate4$1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate4$1.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0$1.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.mock === void 0 || !func0$1.call(data0, "mock")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "mock" },
						message: "must have required property 'mock'"
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				if (data0.mock !== void 0 && func0$1.call(data0, "mock")) {
					if (typeof data0.mock !== "string") {
						const err1 = {
							instancePath: instancePath + "/path/mock",
							schemaPath: "#/properties/path/properties/mock/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err1];
						else vErrors.push(err1);
						errors++;
					}
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
	}
	validate4$1.errors = vErrors;
	return errors === 0;
}
validate4$1.evaluated = {
	"props": { "path": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_2 = validate5;
function validate5(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate5.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0$1.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.mock === void 0 || !func0$1.call(data0, "mock")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "mock" },
						message: "must have required property 'mock'"
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				if (data0.mock !== void 0 && func0$1.call(data0, "mock")) {
					if (typeof data0.mock !== "string") {
						const err1 = {
							instancePath: instancePath + "/path/mock",
							schemaPath: "#/properties/path/properties/mock/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err1];
						else vErrors.push(err1);
						errors++;
					}
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
	}
	validate5.errors = vErrors;
	return errors === 0;
}
validate5.evaluated = {
	"props": { "path": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_3 = validate6$1;
function validate6$1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate6$1.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0$1.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.mock === void 0 || !func0$1.call(data0, "mock")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "mock" },
						message: "must have required property 'mock'"
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				if (data0.mock !== void 0 && func0$1.call(data0, "mock")) {
					if (typeof data0.mock !== "string") {
						const err1 = {
							instancePath: instancePath + "/path/mock",
							schemaPath: "#/properties/path/properties/mock/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err1];
						else vErrors.push(err1);
						errors++;
					}
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
	}
	validate6$1.errors = vErrors;
	return errors === 0;
}
validate6$1.evaluated = {
	"props": { "path": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_4 = validate7$1;
function validate7$1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate7$1.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0$1.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.mock === void 0 || !func0$1.call(data0, "mock")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "mock" },
						message: "must have required property 'mock'"
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				if (data0.mock !== void 0 && func0$1.call(data0, "mock")) {
					if (typeof data0.mock !== "string") {
						const err1 = {
							instancePath: instancePath + "/path/mock",
							schemaPath: "#/properties/path/properties/mock/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err1];
						else vErrors.push(err1);
						errors++;
					}
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
	}
	validate7$1.errors = vErrors;
	return errors === 0;
}
validate7$1.evaluated = {
	"props": { "path": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_5 = validate8$1;
function validate8$1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate8$1.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0$1.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.mock === void 0 || !func0$1.call(data0, "mock")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "mock" },
						message: "must have required property 'mock'"
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				if (data0.mock !== void 0 && func0$1.call(data0, "mock")) {
					if (typeof data0.mock !== "string") {
						const err1 = {
							instancePath: instancePath + "/path/mock",
							schemaPath: "#/properties/path/properties/mock/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err1];
						else vErrors.push(err1);
						errors++;
					}
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
	}
	validate8$1.errors = vErrors;
	return errors === 0;
}
validate8$1.evaluated = {
	"props": { "path": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_6 = validate9$1;
function validate9$1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate9$1.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		for (const key0 of Object.keys(data)) if (!(key0 === "token")) {
			const err0 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.token !== void 0 && func0$1.call(data, "token")) {
			if (typeof data.token !== "string") {
				const err1 = {
					instancePath: instancePath + "/token",
					schemaPath: "#/properties/token/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
	} else {
		const err2 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	validate9$1.errors = vErrors;
	return errors === 0;
}
validate9$1.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_7 = validate10;
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate10.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0$1.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.mock === void 0 || !func0$1.call(data0, "mock")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "mock" },
						message: "must have required property 'mock'"
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				if (data0.mock !== void 0 && func0$1.call(data0, "mock")) {
					if (typeof data0.mock !== "string") {
						const err1 = {
							instancePath: instancePath + "/path/mock",
							schemaPath: "#/properties/path/properties/mock/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err1];
						else vErrors.push(err1);
						errors++;
					}
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
	}
	validate10.errors = vErrors;
	return errors === 0;
}
validate10.evaluated = {
	"props": { "path": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_8 = validate11$1;
function validate11$1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate11$1.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0$1.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.mock === void 0 || !func0$1.call(data0, "mock")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "mock" },
						message: "must have required property 'mock'"
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				if (data0.mock !== void 0 && func0$1.call(data0, "mock")) {
					if (typeof data0.mock !== "string") {
						const err1 = {
							instancePath: instancePath + "/path/mock",
							schemaPath: "#/properties/path/properties/mock/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err1];
						else vErrors.push(err1);
						errors++;
					}
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
	}
	validate11$1.errors = vErrors;
	return errors === 0;
}
validate11$1.evaluated = {
	"props": { "path": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_9 = validate12;
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate12.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0$1.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.mock === void 0 || !func0$1.call(data0, "mock")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "mock" },
						message: "must have required property 'mock'"
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				if (data0.mock !== void 0 && func0$1.call(data0, "mock")) {
					if (typeof data0.mock !== "string") {
						const err1 = {
							instancePath: instancePath + "/path/mock",
							schemaPath: "#/properties/path/properties/mock/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err1];
						else vErrors.push(err1);
						errors++;
					}
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
	}
	validate12.errors = vErrors;
	return errors === 0;
}
validate12.evaluated = {
	"props": { "path": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_10 = validate13;
const formats0$1 = (init_formats(), __toCommonJS(formats_exports)).formats.double;
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate13.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.seconds === void 0 || !func0$1.call(data, "seconds")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "seconds" },
				message: "must have required property 'seconds'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		for (const key0 of Object.keys(data)) if (!(key0 === "seconds")) {
			const err1 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.seconds !== void 0 && func0$1.call(data, "seconds")) {
			let data0 = data.seconds;
			if (typeof data0 == "number") {
				if (data0 > 0xe8d4a51000 || isNaN(data0)) {
					const err2 = {
						instancePath: instancePath + "/seconds",
						schemaPath: "#/properties/seconds/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 0xe8d4a51000
						},
						message: "must be <= 1000000000000"
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
				if (data0 < 0 || isNaN(data0)) {
					const err3 = {
						instancePath: instancePath + "/seconds",
						schemaPath: "#/properties/seconds/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
				if (!formats0$1.validate(data0)) {
					const err4 = {
						instancePath: instancePath + "/seconds",
						schemaPath: "#/properties/seconds/format",
						keyword: "format",
						params: { format: "double" },
						message: "must match format \"double\""
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
			} else {
				const err5 = {
					instancePath: instancePath + "/seconds",
					schemaPath: "#/properties/seconds/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
	} else {
		const err6 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err6];
		else vErrors.push(err6);
		errors++;
	}
	validate13.errors = vErrors;
	return errors === 0;
}
validate13.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_11 = validate14;
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate14.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0$1.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.mock === void 0 || !func0$1.call(data0, "mock")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "mock" },
						message: "must have required property 'mock'"
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				if (data0.mock !== void 0 && func0$1.call(data0, "mock")) {
					if (typeof data0.mock !== "string") {
						const err1 = {
							instancePath: instancePath + "/path/mock",
							schemaPath: "#/properties/path/properties/mock/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err1];
						else vErrors.push(err1);
						errors++;
					}
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
	}
	validate14.errors = vErrors;
	return errors === 0;
}
validate14.evaluated = {
	"props": { "path": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_12 = validate15;
const formats2$1 = (init_formats(), __toCommonJS(formats_exports)).formats.byte;
function validate15(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate15.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.operationId === void 0 || !func0$1.call(data, "operationId")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "operationId" },
				message: "must have required property 'operationId'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.reply === void 0 || !func0$1.call(data, "reply")) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "reply" },
				message: "must have required property 'reply'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 of Object.keys(data)) if (!(key0 === "operationId" || key0 === "reply" || key0 === "times" || key0 === "delayMs" || key0 === "offSpec")) {
			const err2 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.operationId !== void 0 && func0$1.call(data, "operationId")) {
			if (typeof data.operationId !== "string") {
				const err3 = {
					instancePath: instancePath + "/operationId",
					schemaPath: "#/properties/operationId/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.reply !== void 0 && func0$1.call(data, "reply")) {
			let data1 = data.reply;
			if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
				if (data1.status === void 0 || !func0$1.call(data1, "status")) {
					const err4 = {
						instancePath: instancePath + "/reply",
						schemaPath: "#/properties/reply/required",
						keyword: "required",
						params: { missingProperty: "status" },
						message: "must have required property 'status'"
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
				for (const key1 of Object.keys(data1)) if (!(key1 === "status" || key1 === "headers" || key1 === "body" || key1 === "bytes" || key1 === "example")) {
					const err5 = {
						instancePath: instancePath + "/reply",
						schemaPath: "#/properties/reply/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties"
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
				if (data1.status !== void 0 && func0$1.call(data1, "status")) {
					let data2 = data1.status;
					if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2))) {
						const err6 = {
							instancePath: instancePath + "/reply/status",
							schemaPath: "#/properties/reply/properties/status/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer"
						};
						if (vErrors === null) vErrors = [err6];
						else vErrors.push(err6);
						errors++;
					}
					if (typeof data2 == "number") {
						if (data2 > 599 || isNaN(data2)) {
							const err7 = {
								instancePath: instancePath + "/reply/status",
								schemaPath: "#/properties/reply/properties/status/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 599
								},
								message: "must be <= 599"
							};
							if (vErrors === null) vErrors = [err7];
							else vErrors.push(err7);
							errors++;
						}
						if (data2 < 200 || isNaN(data2)) {
							const err8 = {
								instancePath: instancePath + "/reply/status",
								schemaPath: "#/properties/reply/properties/status/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 200
								},
								message: "must be >= 200"
							};
							if (vErrors === null) vErrors = [err8];
							else vErrors.push(err8);
							errors++;
						}
					}
				}
				if (data1.headers !== void 0 && func0$1.call(data1, "headers")) {
					let data3 = data1.headers;
					if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
						for (const key2 of Object.keys(data3)) if (typeof data3[key2] !== "string") {
							const err9 = {
								instancePath: instancePath + "/reply/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/reply/properties/headers/additionalProperties/type",
								keyword: "type",
								params: { type: "string" },
								message: "must be string"
							};
							if (vErrors === null) vErrors = [err9];
							else vErrors.push(err9);
							errors++;
						}
					} else {
						const err10 = {
							instancePath: instancePath + "/reply/headers",
							schemaPath: "#/properties/reply/properties/headers/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object"
						};
						if (vErrors === null) vErrors = [err10];
						else vErrors.push(err10);
						errors++;
					}
				}
				if (data1.bytes !== void 0 && func0$1.call(data1, "bytes")) {
					let data5 = data1.bytes;
					if (typeof data5 === "string") {
						if (!formats2$1(data5)) {
							const err11 = {
								instancePath: instancePath + "/reply/bytes",
								schemaPath: "#/properties/reply/properties/bytes/format",
								keyword: "format",
								params: { format: "byte" },
								message: "must match format \"byte\""
							};
							if (vErrors === null) vErrors = [err11];
							else vErrors.push(err11);
							errors++;
						}
					} else {
						const err12 = {
							instancePath: instancePath + "/reply/bytes",
							schemaPath: "#/properties/reply/properties/bytes/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err12];
						else vErrors.push(err12);
						errors++;
					}
				}
				if (data1.example !== void 0 && func0$1.call(data1, "example")) {
					if (typeof data1.example !== "string") {
						const err13 = {
							instancePath: instancePath + "/reply/example",
							schemaPath: "#/properties/reply/properties/example/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err13];
						else vErrors.push(err13);
						errors++;
					}
				}
			} else {
				const err14 = {
					instancePath: instancePath + "/reply",
					schemaPath: "#/properties/reply/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		if (data.times !== void 0 && func0$1.call(data, "times")) {
			let data7 = data.times;
			if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
				const err15 = {
					instancePath: instancePath + "/times",
					schemaPath: "#/properties/times/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
			if (typeof data7 == "number") {
				if (data7 < 0 || isNaN(data7)) {
					const err16 = {
						instancePath: instancePath + "/times",
						schemaPath: "#/properties/times/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err16];
					else vErrors.push(err16);
					errors++;
				}
			}
		}
		if (data.delayMs !== void 0 && func0$1.call(data, "delayMs")) {
			let data8 = data.delayMs;
			if (typeof data8 == "number") {
				if (data8 > 2147483647 || isNaN(data8)) {
					const err17 = {
						instancePath: instancePath + "/delayMs",
						schemaPath: "#/properties/delayMs/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 2147483647
						},
						message: "must be <= 2147483647"
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
				if (data8 < 0 || isNaN(data8)) {
					const err18 = {
						instancePath: instancePath + "/delayMs",
						schemaPath: "#/properties/delayMs/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
				if (!formats0$1.validate(data8)) {
					const err19 = {
						instancePath: instancePath + "/delayMs",
						schemaPath: "#/properties/delayMs/format",
						keyword: "format",
						params: { format: "double" },
						message: "must match format \"double\""
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
			} else {
				const err20 = {
					instancePath: instancePath + "/delayMs",
					schemaPath: "#/properties/delayMs/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
		}
		if (data.offSpec !== void 0 && func0$1.call(data, "offSpec")) {
			if (typeof data.offSpec !== "boolean") {
				const err21 = {
					instancePath: instancePath + "/offSpec",
					schemaPath: "#/properties/offSpec/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean"
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
		}
	} else {
		const err22 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err22];
		else vErrors.push(err22);
		errors++;
	}
	validate15.errors = vErrors;
	return errors === 0;
}
validate15.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_13 = validate16;
function validate16(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate16.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0$1.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.mock === void 0 || !func0$1.call(data0, "mock")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "mock" },
						message: "must have required property 'mock'"
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				if (data0.id === void 0 || !func0$1.call(data0, "id")) {
					const err1 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "id" },
						message: "must have required property 'id'"
					};
					if (vErrors === null) vErrors = [err1];
					else vErrors.push(err1);
					errors++;
				}
				if (data0.mock !== void 0 && func0$1.call(data0, "mock")) {
					if (typeof data0.mock !== "string") {
						const err2 = {
							instancePath: instancePath + "/path/mock",
							schemaPath: "#/properties/path/properties/mock/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err2];
						else vErrors.push(err2);
						errors++;
					}
				}
				if (data0.id !== void 0 && func0$1.call(data0, "id")) {
					if (typeof data0.id !== "string") {
						const err3 = {
							instancePath: instancePath + "/path/id",
							schemaPath: "#/properties/path/properties/id/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err3];
						else vErrors.push(err3);
						errors++;
					}
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
	}
	validate16.errors = vErrors;
	return errors === 0;
}
validate16.evaluated = {
	"props": { "path": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_14 = validate17;
function validate17(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate17.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0$1.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.mock === void 0 || !func0$1.call(data0, "mock")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "mock" },
						message: "must have required property 'mock'"
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				if (data0.mock !== void 0 && func0$1.call(data0, "mock")) {
					if (typeof data0.mock !== "string") {
						const err1 = {
							instancePath: instancePath + "/path/mock",
							schemaPath: "#/properties/path/properties/mock/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err1];
						else vErrors.push(err1);
						errors++;
					}
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
	}
	validate17.errors = vErrors;
	return errors === 0;
}
validate17.evaluated = {
	"props": { "path": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_15 = validate18;
const schema17 = {
	"type": "object",
	"description": "Trouble between a client and the API.",
	"required": ["kind"],
	"additionalProperties": false,
	"properties": {
		"kind": {
			"type": "string",
			"description": "What happens.",
			"enum": [
				"network-error",
				"timeout",
				"status",
				"truncate",
				"slow",
				"garbage"
			]
		},
		"operation": {
			"type": "string",
			"description": "operationId whose requests it meets. Default: every request."
		},
		"nth": {
			"type": "integer",
			"minimum": 1,
			"description": "The one request that it meets. Default: all."
		},
		"rate": {
			"type": "number",
			"format": "double",
			"minimum": 0,
			"maximum": 1,
			"description": "Share of the requests that it meets. Default: 1."
		},
		"status": {
			"type": "integer",
			"minimum": 200,
			"maximum": 599,
			"description": "Of the kind status: what is answered."
		},
		"headers": {
			"type": "object",
			"description": "Of the kind status: headers of the answer.",
			"additionalProperties": { "type": "string" }
		},
		"delayMs": {
			"type": "number",
			"format": "double",
			"minimum": 0,
			"maximum": 2147483647,
			"description": "Of the kind slow: how much later."
		}
	}
};
function validate18(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate18.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.kind === void 0 || !func0$1.call(data, "kind")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "kind" },
				message: "must have required property 'kind'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		for (const key0 of Object.keys(data)) if (!(key0 === "kind" || key0 === "operation" || key0 === "nth" || key0 === "rate" || key0 === "status" || key0 === "headers" || key0 === "delayMs")) {
			const err1 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.kind !== void 0 && func0$1.call(data, "kind")) {
			let data0 = data.kind;
			if (typeof data0 !== "string") {
				const err2 = {
					instancePath: instancePath + "/kind",
					schemaPath: "#/properties/kind/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
			if (!(data0 === "network-error" || data0 === "timeout" || data0 === "status" || data0 === "truncate" || data0 === "slow" || data0 === "garbage")) {
				const err3 = {
					instancePath: instancePath + "/kind",
					schemaPath: "#/properties/kind/enum",
					keyword: "enum",
					params: { allowedValues: schema17.properties.kind.enum },
					message: "must be equal to one of the allowed values"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.operation !== void 0 && func0$1.call(data, "operation")) {
			if (typeof data.operation !== "string") {
				const err4 = {
					instancePath: instancePath + "/operation",
					schemaPath: "#/properties/operation/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.nth !== void 0 && func0$1.call(data, "nth")) {
			let data2 = data.nth;
			if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2))) {
				const err5 = {
					instancePath: instancePath + "/nth",
					schemaPath: "#/properties/nth/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
			if (typeof data2 == "number") {
				if (data2 < 1 || isNaN(data2)) {
					const err6 = {
						instancePath: instancePath + "/nth",
						schemaPath: "#/properties/nth/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
			}
		}
		if (data.rate !== void 0 && func0$1.call(data, "rate")) {
			let data3 = data.rate;
			if (typeof data3 == "number") {
				if (data3 > 1 || isNaN(data3)) {
					const err7 = {
						instancePath: instancePath + "/rate",
						schemaPath: "#/properties/rate/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 1
						},
						message: "must be <= 1"
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
				if (data3 < 0 || isNaN(data3)) {
					const err8 = {
						instancePath: instancePath + "/rate",
						schemaPath: "#/properties/rate/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err8];
					else vErrors.push(err8);
					errors++;
				}
				if (!formats0$1.validate(data3)) {
					const err9 = {
						instancePath: instancePath + "/rate",
						schemaPath: "#/properties/rate/format",
						keyword: "format",
						params: { format: "double" },
						message: "must match format \"double\""
					};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
			} else {
				const err10 = {
					instancePath: instancePath + "/rate",
					schemaPath: "#/properties/rate/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data.status !== void 0 && func0$1.call(data, "status")) {
			let data4 = data.status;
			if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4))) {
				const err11 = {
					instancePath: instancePath + "/status",
					schemaPath: "#/properties/status/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
			if (typeof data4 == "number") {
				if (data4 > 599 || isNaN(data4)) {
					const err12 = {
						instancePath: instancePath + "/status",
						schemaPath: "#/properties/status/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 599
						},
						message: "must be <= 599"
					};
					if (vErrors === null) vErrors = [err12];
					else vErrors.push(err12);
					errors++;
				}
				if (data4 < 200 || isNaN(data4)) {
					const err13 = {
						instancePath: instancePath + "/status",
						schemaPath: "#/properties/status/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 200
						},
						message: "must be >= 200"
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
			}
		}
		if (data.headers !== void 0 && func0$1.call(data, "headers")) {
			let data5 = data.headers;
			if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
				for (const key1 of Object.keys(data5)) if (typeof data5[key1] !== "string") {
					const err14 = {
						instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/headers/additionalProperties/type",
						keyword: "type",
						params: { type: "string" },
						message: "must be string"
					};
					if (vErrors === null) vErrors = [err14];
					else vErrors.push(err14);
					errors++;
				}
			} else {
				const err15 = {
					instancePath: instancePath + "/headers",
					schemaPath: "#/properties/headers/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
		}
		if (data.delayMs !== void 0 && func0$1.call(data, "delayMs")) {
			let data7 = data.delayMs;
			if (typeof data7 == "number") {
				if (data7 > 2147483647 || isNaN(data7)) {
					const err16 = {
						instancePath: instancePath + "/delayMs",
						schemaPath: "#/properties/delayMs/maximum",
						keyword: "maximum",
						params: {
							comparison: "<=",
							limit: 2147483647
						},
						message: "must be <= 2147483647"
					};
					if (vErrors === null) vErrors = [err16];
					else vErrors.push(err16);
					errors++;
				}
				if (data7 < 0 || isNaN(data7)) {
					const err17 = {
						instancePath: instancePath + "/delayMs",
						schemaPath: "#/properties/delayMs/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 0
						},
						message: "must be >= 0"
					};
					if (vErrors === null) vErrors = [err17];
					else vErrors.push(err17);
					errors++;
				}
				if (!formats0$1.validate(data7)) {
					const err18 = {
						instancePath: instancePath + "/delayMs",
						schemaPath: "#/properties/delayMs/format",
						keyword: "format",
						params: { format: "double" },
						message: "must match format \"double\""
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
			} else {
				const err19 = {
					instancePath: instancePath + "/delayMs",
					schemaPath: "#/properties/delayMs/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
	} else {
		const err20 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err20];
		else vErrors.push(err20);
		errors++;
	}
	validate18.errors = vErrors;
	return errors === 0;
}
validate18.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_16 = validate19;
function validate19(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate19.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0$1.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.mock === void 0 || !func0$1.call(data0, "mock")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "mock" },
						message: "must have required property 'mock'"
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				if (data0.mock !== void 0 && func0$1.call(data0, "mock")) {
					if (typeof data0.mock !== "string") {
						const err1 = {
							instancePath: instancePath + "/path/mock",
							schemaPath: "#/properties/path/properties/mock/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err1];
						else vErrors.push(err1);
						errors++;
					}
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
	}
	validate19.errors = vErrors;
	return errors === 0;
}
validate19.evaluated = {
	"props": { "path": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_17 = validate20;
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate20.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0$1.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.mock === void 0 || !func0$1.call(data0, "mock")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "mock" },
						message: "must have required property 'mock'"
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				if (data0.id === void 0 || !func0$1.call(data0, "id")) {
					const err1 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "id" },
						message: "must have required property 'id'"
					};
					if (vErrors === null) vErrors = [err1];
					else vErrors.push(err1);
					errors++;
				}
				if (data0.mock !== void 0 && func0$1.call(data0, "mock")) {
					if (typeof data0.mock !== "string") {
						const err2 = {
							instancePath: instancePath + "/path/mock",
							schemaPath: "#/properties/path/properties/mock/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err2];
						else vErrors.push(err2);
						errors++;
					}
				}
				if (data0.id !== void 0 && func0$1.call(data0, "id")) {
					if (typeof data0.id !== "string") {
						const err3 = {
							instancePath: instancePath + "/path/id",
							schemaPath: "#/properties/path/properties/id/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err3];
						else vErrors.push(err3);
						errors++;
					}
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
	}
	validate20.errors = vErrors;
	return errors === 0;
}
validate20.evaluated = {
	"props": { "path": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_18 = validate21;
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate21.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0$1.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.mock === void 0 || !func0$1.call(data0, "mock")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "mock" },
						message: "must have required property 'mock'"
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				if (data0.mock !== void 0 && func0$1.call(data0, "mock")) {
					if (typeof data0.mock !== "string") {
						const err1 = {
							instancePath: instancePath + "/path/mock",
							schemaPath: "#/properties/path/properties/mock/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err1];
						else vErrors.push(err1);
						errors++;
					}
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.query !== void 0 && func0$1.call(data, "query")) {
			let data2 = data.query;
			if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
				if (data2.operationId !== void 0 && func0$1.call(data2, "operationId")) {
					if (typeof data2.operationId !== "string") {
						const err3 = {
							instancePath: instancePath + "/query/operationId",
							schemaPath: "#/properties/query/properties/operationId/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err3];
						else vErrors.push(err3);
						errors++;
					}
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/query",
					schemaPath: "#/properties/query/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
	}
	validate21.errors = vErrors;
	return errors === 0;
}
validate21.evaluated = {
	"props": {
		"path": true,
		"query": true
	},
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_19 = validate22;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate22.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0$1.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.mock === void 0 || !func0$1.call(data0, "mock")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "mock" },
						message: "must have required property 'mock'"
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				if (data0.mock !== void 0 && func0$1.call(data0, "mock")) {
					if (typeof data0.mock !== "string") {
						const err1 = {
							instancePath: instancePath + "/path/mock",
							schemaPath: "#/properties/path/properties/mock/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string"
						};
						if (vErrors === null) vErrors = [err1];
						else vErrors.push(err1);
						errors++;
					}
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
	}
	validate22.errors = vErrors;
	return errors === 0;
}
validate22.evaluated = {
	"props": { "path": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate0_20 = validate23;
const formats10 = (init_formats(), __toCommonJS(formats_exports)).formats.uri;
const pattern0 = /* @__PURE__ */ new RegExp("^https?://", "u");
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate23.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.operationId === void 0 || !func0$1.call(data, "operationId")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "operationId" },
				message: "must have required property 'operationId'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.url === void 0 || !func0$1.call(data, "url")) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "url" },
				message: "must have required property 'url'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		for (const key0 of Object.keys(data)) if (!(key0 === "operationId" || key0 === "url" || key0 === "body" || key0 === "headers")) {
			const err2 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.operationId !== void 0 && func0$1.call(data, "operationId")) {
			if (typeof data.operationId !== "string") {
				const err3 = {
					instancePath: instancePath + "/operationId",
					schemaPath: "#/properties/operationId/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.url !== void 0 && func0$1.call(data, "url")) {
			let data1 = data.url;
			if (typeof data1 === "string") {
				if (!pattern0.test(data1)) {
					const err4 = {
						instancePath: instancePath + "/url",
						schemaPath: "#/properties/url/pattern",
						keyword: "pattern",
						params: { pattern: "^https?://" },
						message: "must match pattern \"^https?://\""
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
				if (!formats10(data1)) {
					const err5 = {
						instancePath: instancePath + "/url",
						schemaPath: "#/properties/url/format",
						keyword: "format",
						params: { format: "uri" },
						message: "must match format \"uri\""
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
			} else {
				const err6 = {
					instancePath: instancePath + "/url",
					schemaPath: "#/properties/url/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		if (data.headers !== void 0 && func0$1.call(data, "headers")) {
			let data2 = data.headers;
			if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
				for (const key1 of Object.keys(data2)) if (typeof data2[key1] !== "string") {
					const err7 = {
						instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/headers/additionalProperties/type",
						keyword: "type",
						params: { type: "string" },
						message: "must be string"
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
			} else {
				const err8 = {
					instancePath: instancePath + "/headers",
					schemaPath: "#/properties/headers/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
	} else {
		const err9 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err9];
		else vErrors.push(err9);
		errors++;
	}
	validate23.errors = vErrors;
	return errors === 0;
}
validate23.evaluated = {
	"props": true,
	"dynamicProps": false,
	"dynamicItems": false
};
const validate1_0 = validate1;
const func0 = Object.prototype.hasOwnProperty;
const formats0 = (init_formats(), __toCommonJS(formats_exports)).formats.uri;
function validate1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate1.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.mock === void 0 || !func0.call(data, "mock")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "mock" },
				message: "must have required property 'mock'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.baseUrl === void 0 || !func0.call(data, "baseUrl")) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "baseUrl" },
				message: "must have required property 'baseUrl'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.mock !== void 0 && func0.call(data, "mock")) {
			if (typeof data.mock !== "string") {
				const err2 = {
					instancePath: instancePath + "/mock",
					schemaPath: "#/properties/mock/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.baseUrl !== void 0 && func0.call(data, "baseUrl")) {
			let data1 = data.baseUrl;
			if (typeof data1 === "string") {
				if (!formats0(data1)) {
					const err3 = {
						instancePath: instancePath + "/baseUrl",
						schemaPath: "#/properties/baseUrl/format",
						keyword: "format",
						params: { format: "uri" },
						message: "must match format \"uri\""
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/baseUrl",
					schemaPath: "#/properties/baseUrl/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
	} else {
		const err5 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err5];
		else vErrors.push(err5);
		errors++;
	}
	validate1.errors = vErrors;
	return errors === 0;
}
validate1.evaluated = {
	"props": {
		"mock": true,
		"baseUrl": true
	},
	"dynamicProps": false,
	"dynamicItems": false
};
const validate1_1 = validate2;
function validate2(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate2.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0 || !func0.call(data, "code")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "code" },
				message: "must have required property 'code'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.message === void 0 || !func0.call(data, "message")) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "message" },
				message: "must have required property 'message'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.code !== void 0 && func0.call(data, "code")) {
			if (typeof data.code !== "string") {
				const err2 = {
					instancePath: instancePath + "/code",
					schemaPath: "#/properties/code/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.message !== void 0 && func0.call(data, "message")) {
			if (typeof data.message !== "string") {
				const err3 = {
					instancePath: instancePath + "/message",
					schemaPath: "#/properties/message/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
	} else {
		const err4 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err4];
		else vErrors.push(err4);
		errors++;
	}
	validate2.errors = vErrors;
	return errors === 0;
}
validate2.evaluated = {
	"props": {
		"code": true,
		"message": true
	},
	"dynamicProps": false,
	"dynamicItems": false
};
const validate1_2 = validate3;
const formats2 = (init_formats(), __toCommonJS(formats_exports)).formats.double;
function validate4(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate4.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.token === void 0 || !func0.call(data, "token")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "token" },
				message: "must have required property 'token'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.username === void 0 || !func0.call(data, "username")) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "username" },
				message: "must have required property 'username'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.issuedAt === void 0 || !func0.call(data, "issuedAt")) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "issuedAt" },
				message: "must have required property 'issuedAt'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.expiresAt === void 0 || !func0.call(data, "expiresAt")) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "expiresAt" },
				message: "must have required property 'expiresAt'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.revoked === void 0 || !func0.call(data, "revoked")) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "revoked" },
				message: "must have required property 'revoked'"
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.token !== void 0 && func0.call(data, "token")) {
			if (typeof data.token !== "string") {
				const err5 = {
					instancePath: instancePath + "/token",
					schemaPath: "#/properties/token/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.username !== void 0 && func0.call(data, "username")) {
			if (typeof data.username !== "string") {
				const err6 = {
					instancePath: instancePath + "/username",
					schemaPath: "#/properties/username/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		if (data.issuedAt !== void 0 && func0.call(data, "issuedAt")) {
			let data2 = data.issuedAt;
			if (typeof data2 == "number") {
				if (!formats2.validate(data2)) {
					const err7 = {
						instancePath: instancePath + "/issuedAt",
						schemaPath: "#/properties/issuedAt/format",
						keyword: "format",
						params: { format: "double" },
						message: "must match format \"double\""
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
			} else {
				const err8 = {
					instancePath: instancePath + "/issuedAt",
					schemaPath: "#/properties/issuedAt/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
		if (data.expiresAt !== void 0 && func0.call(data, "expiresAt")) {
			let data3 = data.expiresAt;
			if (typeof data3 == "number") {
				if (!formats2.validate(data3)) {
					const err9 = {
						instancePath: instancePath + "/expiresAt",
						schemaPath: "#/properties/expiresAt/format",
						keyword: "format",
						params: { format: "double" },
						message: "must match format \"double\""
					};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
			} else {
				const err10 = {
					instancePath: instancePath + "/expiresAt",
					schemaPath: "#/properties/expiresAt/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err10];
				else vErrors.push(err10);
				errors++;
			}
		}
		if (data.revoked !== void 0 && func0.call(data, "revoked")) {
			if (typeof data.revoked !== "boolean") {
				const err11 = {
					instancePath: instancePath + "/revoked",
					schemaPath: "#/properties/revoked/type",
					keyword: "type",
					params: { type: "boolean" },
					message: "must be boolean"
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
	} else {
		const err12 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err12];
		else vErrors.push(err12);
		errors++;
	}
	validate4.errors = vErrors;
	return errors === 0;
}
validate4.evaluated = {
	"props": {
		"token": true,
		"username": true,
		"issuedAt": true,
		"expiresAt": true,
		"revoked": true
	},
	"dynamicProps": false,
	"dynamicItems": false
};
function validate3(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate3.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.tokens === void 0 || !func0.call(data, "tokens")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "tokens" },
				message: "must have required property 'tokens'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.tokens !== void 0 && func0.call(data, "tokens")) {
			let data0 = data.tokens;
			if (Array.isArray(data0)) {
				const len0 = data0.length;
				for (let i0 = 0; i0 < len0; i0++) if (!validate4(data0[i0], {
					instancePath: instancePath + "/tokens/" + i0,
					parentData: data0,
					parentDataProperty: i0,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate4.errors : vErrors.concat(validate4.errors);
					errors = vErrors.length;
				}
			} else {
				const err1 = {
					instancePath: instancePath + "/tokens",
					schemaPath: "#/properties/tokens/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
	} else {
		const err2 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	validate3.errors = vErrors;
	return errors === 0;
}
validate3.evaluated = {
	"props": { "tokens": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate1_3 = validate6;
function validate6(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate6.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.now === void 0 || !func0.call(data, "now")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "now" },
				message: "must have required property 'now'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.now !== void 0 && func0.call(data, "now")) {
			let data0 = data.now;
			if (typeof data0 == "number") {
				if (!formats2.validate(data0)) {
					const err1 = {
						instancePath: instancePath + "/now",
						schemaPath: "#/properties/now/format",
						keyword: "format",
						params: { format: "double" },
						message: "must match format \"double\""
					};
					if (vErrors === null) vErrors = [err1];
					else vErrors.push(err1);
					errors++;
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/now",
					schemaPath: "#/properties/now/type",
					keyword: "type",
					params: { type: "number" },
					message: "must be number"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate6.errors = vErrors;
	return errors === 0;
}
validate6.evaluated = {
	"props": { "now": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate1_4 = validate7;
function validate7(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate7.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0 || !func0.call(data, "id")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "id" },
				message: "must have required property 'id'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.id !== void 0 && func0.call(data, "id")) {
			if (typeof data.id !== "string") {
				const err1 = {
					instancePath: instancePath + "/id",
					schemaPath: "#/properties/id/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
	} else {
		const err2 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	validate7.errors = vErrors;
	return errors === 0;
}
validate7.evaluated = {
	"props": { "id": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate1_5 = validate8;
function validate9(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate9.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.method === void 0 || !func0.call(data, "method")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "method" },
				message: "must have required property 'method'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.path === void 0 || !func0.call(data, "path")) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "path" },
				message: "must have required property 'path'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.parameters === void 0 || !func0.call(data, "parameters")) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "parameters" },
				message: "must have required property 'parameters'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.headers === void 0 || !func0.call(data, "headers")) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "headers" },
				message: "must have required property 'headers'"
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.operationId !== void 0 && func0.call(data, "operationId")) {
			if (typeof data.operationId !== "string") {
				const err4 = {
					instancePath: instancePath + "/operationId",
					schemaPath: "#/properties/operationId/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.method !== void 0 && func0.call(data, "method")) {
			if (typeof data.method !== "string") {
				const err5 = {
					instancePath: instancePath + "/method",
					schemaPath: "#/properties/method/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.path !== void 0 && func0.call(data, "path")) {
			if (typeof data.path !== "string") {
				const err6 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		if (data.parameters !== void 0 && func0.call(data, "parameters")) {
			let data3 = data.parameters;
			if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {} else {
				const err7 = {
					instancePath: instancePath + "/parameters",
					schemaPath: "#/properties/parameters/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err7];
				else vErrors.push(err7);
				errors++;
			}
		}
		if (data.headers !== void 0 && func0.call(data, "headers")) {
			let data4 = data.headers;
			if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
				for (const key0 of Object.keys(data4)) if (typeof data4[key0] !== "string") {
					const err8 = {
						instancePath: instancePath + "/headers/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/headers/additionalProperties/type",
						keyword: "type",
						params: { type: "string" },
						message: "must be string"
					};
					if (vErrors === null) vErrors = [err8];
					else vErrors.push(err8);
					errors++;
				}
			} else {
				const err9 = {
					instancePath: instancePath + "/headers",
					schemaPath: "#/properties/headers/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err9];
				else vErrors.push(err9);
				errors++;
			}
		}
		if (data.files !== void 0 && func0.call(data, "files")) {
			let data6 = data.files;
			if (Array.isArray(data6)) {
				const len0 = data6.length;
				for (let i0 = 0; i0 < len0; i0++) if (typeof data6[i0] !== "string") {
					const err10 = {
						instancePath: instancePath + "/files/" + i0,
						schemaPath: "#/properties/files/items/type",
						keyword: "type",
						params: { type: "string" },
						message: "must be string"
					};
					if (vErrors === null) vErrors = [err10];
					else vErrors.push(err10);
					errors++;
				}
			} else {
				const err11 = {
					instancePath: instancePath + "/files",
					schemaPath: "#/properties/files/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err11];
				else vErrors.push(err11);
				errors++;
			}
		}
		if (data.status !== void 0 && func0.call(data, "status")) {
			let data8 = data.status;
			if (!(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8))) {
				const err12 = {
					instancePath: instancePath + "/status",
					schemaPath: "#/properties/status/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data.refusal !== void 0 && func0.call(data, "refusal")) {
			if (typeof data.refusal !== "string") {
				const err13 = {
					instancePath: instancePath + "/refusal",
					schemaPath: "#/properties/refusal/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err13];
				else vErrors.push(err13);
				errors++;
			}
		}
	} else {
		const err14 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err14];
		else vErrors.push(err14);
		errors++;
	}
	validate9.errors = vErrors;
	return errors === 0;
}
validate9.evaluated = {
	"props": {
		"operationId": true,
		"method": true,
		"path": true,
		"parameters": true,
		"headers": true,
		"body": true,
		"files": true,
		"status": true,
		"refusal": true
	},
	"dynamicProps": false,
	"dynamicItems": false
};
function validate8(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate8.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.requests === void 0 || !func0.call(data, "requests")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "requests" },
				message: "must have required property 'requests'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.requests !== void 0 && func0.call(data, "requests")) {
			let data0 = data.requests;
			if (Array.isArray(data0)) {
				const len0 = data0.length;
				for (let i0 = 0; i0 < len0; i0++) if (!validate9(data0[i0], {
					instancePath: instancePath + "/requests/" + i0,
					parentData: data0,
					parentDataProperty: i0,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate9.errors : vErrors.concat(validate9.errors);
					errors = vErrors.length;
				}
			} else {
				const err1 = {
					instancePath: instancePath + "/requests",
					schemaPath: "#/properties/requests/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
	} else {
		const err2 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	validate8.errors = vErrors;
	return errors === 0;
}
validate8.evaluated = {
	"props": { "requests": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate1_6 = validate11;
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate11.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.status === void 0 || !func0.call(data, "status")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "status" },
				message: "must have required property 'status'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.headers === void 0 || !func0.call(data, "headers")) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "headers" },
				message: "must have required property 'headers'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.body === void 0 || !func0.call(data, "body")) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "body" },
				message: "must have required property 'body'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.status !== void 0 && func0.call(data, "status")) {
			let data0 = data.status;
			if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
				const err3 = {
					instancePath: instancePath + "/status",
					schemaPath: "#/properties/status/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.headers !== void 0 && func0.call(data, "headers")) {
			let data1 = data.headers;
			if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
				for (const key0 of Object.keys(data1)) if (typeof data1[key0] !== "string") {
					const err4 = {
						instancePath: instancePath + "/headers/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),
						schemaPath: "#/properties/headers/additionalProperties/type",
						keyword: "type",
						params: { type: "string" },
						message: "must be string"
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
			} else {
				const err5 = {
					instancePath: instancePath + "/headers",
					schemaPath: "#/properties/headers/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.body !== void 0 && func0.call(data, "body")) {
			if (typeof data.body !== "string") {
				const err6 = {
					instancePath: instancePath + "/body",
					schemaPath: "#/properties/body/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
	} else {
		const err7 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err7];
		else vErrors.push(err7);
		errors++;
	}
	validate11.errors = vErrors;
	return errors === 0;
}
validate11.evaluated = {
	"props": {
		"status": true,
		"headers": true,
		"body": true
	},
	"dynamicProps": false,
	"dynamicItems": false
};
const validators = {
	"/x-added-schemas/createMock.request.application_json": validate0_0,
	"/x-added-schemas/getMock.parameters": validate0_1,
	"/x-added-schemas/dropMock.parameters": validate0_2,
	"/x-added-schemas/resetMock.parameters": validate0_3,
	"/x-added-schemas/listTokens.parameters": validate0_4,
	"/x-added-schemas/revokeTokens.parameters": validate0_5,
	"/x-added-schemas/revokeTokens.request.application_json": validate0_6,
	"/x-added-schemas/expireTokens.parameters": validate0_7,
	"/x-added-schemas/readClock.parameters": validate0_8,
	"/x-added-schemas/advanceClock.parameters": validate0_9,
	"/x-added-schemas/advanceClock.request.application_json": validate0_10,
	"/x-added-schemas/addReply.parameters": validate0_11,
	"/x-added-schemas/addReply.request.application_json": validate0_12,
	"/x-added-schemas/removeReply.parameters": validate0_13,
	"/x-added-schemas/addFault.parameters": validate0_14,
	"/x-added-schemas/addFault.request.application_json": validate0_15,
	"/x-added-schemas/clearFaults.parameters": validate0_16,
	"/x-added-schemas/removeFault.parameters": validate0_17,
	"/x-added-schemas/listRequests.parameters": validate0_18,
	"/x-added-schemas/sendMessage.parameters": validate0_19,
	"/x-added-schemas/sendMessage.request.application_json": validate0_20,
	"/components/schemas/Mock": validate1_0,
	"/components/schemas/Problem": validate1_1,
	"/x-added-schemas/listTokens.200.application_json": validate1_2,
	"/components/schemas/Clock": validate1_3,
	"/components/schemas/Added": validate1_4,
	"/x-added-schemas/listRequests.200.application_json": validate1_5,
	"/components/schemas/Answer": validate1_6
};
// src/create-control.ts
/** The control interface of a process's mocks: an API that is served as any other, from a description of its own. */
function createControl(registry, secret, baseUrlOf) {
	let count = 0;
	const describe = (mock) => ({
		mock: mock.id,
		baseUrl: baseUrlOf(mock)
	});
	const add = (removers, remove) => {
		const id = String(++count);
		removers.set(id, remove);
		return { id };
	};
	const remove = (removers, id, what) => {
		const found = removers.get(id);
		if (!found) throw new RangeError(`There is no ${what} "${id}": it was never added, or it is gone.`);
		found();
		removers.delete(id);
	};
	const behaviour = {
		authenticators: /* @__PURE__ */ new Map([["bearer", (given) => isSame(given, secret) ? { credentials: given } : { refusal: "It is not the control's secret." }]]),
		operations: new Map(Object.entries({
			createMock: ({ body }) => describe(registry.create(optionsOf(body))),
			getMock: ({ mock }) => describe(mock),
			dropMock: ({ mock }) => registry.drop(mock.id),
			resetMock: ({ mock }) => mock.reset(),
			listTokens: ({ mock }) => ({ tokens: mock.engine.controls.tokens.issued() }),
			revokeTokens({ mock, body: { token } }) {
				if (token === void 0) mock.engine.controls.tokens.revokeAll();
				else mock.engine.controls.tokens.revoke(token);
			},
			expireTokens: ({ mock }) => mock.engine.controls.tokens.expireAll(),
			readClock: ({ mock }) => ({ now: mock.engine.controls.clock.now() }),
			advanceClock({ mock, body: { seconds } }) {
				mock.engine.controls.clock.advance(seconds);
				return { now: mock.engine.controls.clock.now() };
			},
			addReply: ({ mock, body: { operationId, reply, ...options } }) => add(mock.replies, mock.engine.override(operationId, withBytes(reply), options)),
			removeReply: ({ mock, id }) => remove(mock.replies, id, "reply"),
			addFault: ({ mock, body }) => add(mock.faults, mock.engine.controls.faults.add(body)),
			removeFault: ({ mock, id }) => remove(mock.faults, id, "fault"),
			clearFaults({ mock }) {
				mock.engine.controls.faults.clear();
				mock.faults.clear();
			},
			listRequests: ({ mock, operationId }) => ({ requests: mock.engine.controls.requests(operationId).map(inJson) }),
			async sendMessage({ mock, body: { operationId, url, ...message } }) {
				const response = await mock.engine.controls.send(operationId, message, url).catch((error) => {
					const cause = error instanceof Error ? error.cause : void 0;
					throw cause instanceof Error ? /* @__PURE__ */ new TypeError(`${url} cannot be reached: ${cause.message}`) : error;
				});
				const { status, headers } = response;
				return {
					status,
					headers: Object.fromEntries(headers),
					body: await response.text()
				};
			}
		}).map(([operationId, handle]) => [operationId, async ({ parameters, body }) => {
			const { path = {}, query = {} } = parameters;
			try {
				return { body: await handle({
					mock: registry.get(String(path.mock ?? "default")),
					id: String(path.id),
					operationId: query.operationId,
					body
				}) };
			} catch (error) {
				return refusalOf(error);
			}
		}]))
	};
	return createEngine(api, (key) => validators[key], behaviour, { limits: { requests: 0 } });
}
/** Files stand in JSON as base64, and it is told where. */
function inJson({ body, ...request }) {
	const files = [];
	const encoded = mapTree(body, (part, pointer) => {
		if (!(part instanceof Uint8Array)) return part;
		files.push(pointer);
		return Buffer.from(part).toString("base64");
	});
	return {
		...request,
		body: encoded,
		...files.length > 0 && { files }
	};
}
function withBytes({ bytes, ...reply }) {
	return bytes === void 0 ? reply : {
		...reply,
		body: new Uint8Array(Buffer.from(bytes, "base64"))
	};
}
/** What the controls throw in the process is told in the same words. */
function refusalOf(error) {
	if (error instanceof RangeError) return {
		refusal: error.message,
		status: 404
	};
	if (error instanceof TypeError) return {
		refusal: error.message,
		status: 400
	};
	throw error;
}
/** A secret that nobody guesses, for one run. */
function createSecret() {
	return randomBytes(24).toString("base64url");
}
/** In a time that tells nothing of where they differ. */
function isSame(given, secret) {
	const [one, other] = [Buffer.from(given), Buffer.from(secret)];
	return one.length === other.length && timingSafeEqual(one, other);
}
/** Some generators' clients send null for a list that is left out. */
function optionsOf({ accounts, ...options }) {
	if (!accounts) return options;
	return {
		...options,
		accounts: accounts.map(({ countries, ...account }) => countries ? {
			...account,
			countries
		} : account)
	};
}
export { createControl, createSecret };
