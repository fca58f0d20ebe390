// Generated from packages/mock-server/control/control.yaml by `pnpm generate`. Do not edit.
export interface paths {
	"/mocks": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Create a mock
		 * @description Creates a mock that shares nothing with any other, at a base URL of its own.
		 */
		post: operations["createMock"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/mocks/{mock}": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		/**
		 * Find a mock
		 * @description Tells where a mock is.
		 */
		get: operations["getMock"];
		put?: never;
		post?: never;
		/**
		 * Drop a mock
		 * @description Ends a mock that was created, and forgets all of it. `default` cannot be dropped.
		 */
		delete: operations["dropMock"];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/mocks/{mock}/clock": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		/**
		 * Read the clock
		 * @description The mock's own time.
		 */
		get: operations["readClock"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/mocks/{mock}/clock/advance": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Advance the clock
		 * @description Lets time pass at once; tokens expire by it.
		 */
		post: operations["advanceClock"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/mocks/{mock}/faults": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Add a fault
		 * @description Makes trouble between a client and the API. Where several faults meet a request they add up.
		 */
		post: operations["addFault"];
		/**
		 * Remove all faults
		 * @description Ends all trouble.
		 */
		delete: operations["clearFaults"];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/mocks/{mock}/faults/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which one, as it was told when it was added. */
				id: components["parameters"]["id"];
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		get?: never;
		put?: never;
		post?: never;
		/**
		 * Remove a fault
		 * @description Ends one kind of trouble.
		 */
		delete: operations["removeFault"];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/mocks/{mock}/messages": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Send a webhook or a callback
		 * @description Sends what the API sends by itself, as its description has it, to where a test listens.
		 */
		post: operations["sendMessage"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/mocks/{mock}/replies": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Set a reply
		 * @description Answers an operation's calls, once they have passed security and validation, with a reply of the test's own. The
		 *     newest reply with calls left wins. One that breaks the API's description is refused, unless it is said to be off it.
		 */
		post: operations["addReply"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/mocks/{mock}/replies/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which one, as it was told when it was added. */
				id: components["parameters"]["id"];
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		get?: never;
		put?: never;
		post?: never;
		/**
		 * Take a reply away
		 * @description Takes one reply away again.
		 */
		delete: operations["removeReply"];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/mocks/{mock}/requests": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		/**
		 * Read the requests
		 * @description The last requests that the mock has received, oldest first, their secrets masked.
		 */
		get: operations["listRequests"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/mocks/{mock}/reset": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Reset a mock
		 * @description Back to the start, without tokens, faults, replies of a test's own and requests; the clock at the real time.
		 */
		post: operations["resetMock"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/mocks/{mock}/tokens": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		/**
		 * List tokens
		 * @description The access tokens that the mock has issued and remembers, oldest first.
		 */
		get: operations["listTokens"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/mocks/{mock}/tokens/expire": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Expire all tokens
		 * @description Ends all tokens as if their lifetime were over.
		 */
		post: operations["expireTokens"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/mocks/{mock}/tokens/revoke": {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Revoke tokens
		 * @description Ends one token, or all, as a gateway does that revokes them before they expire.
		 */
		post: operations["revokeTokens"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
}
export type webhooks = Record<string, never>;
export interface components {
	schemas: {
		/** @description An account of the API. */
		Account: {
			/** @description Codes of the countries that it can get numbers in. */
			countries?: string[] | null;
			/**
			 * Format: password
			 * @description The API password.
			 */
			password?: string;
			/**
			 * Format: password
			 * @description The security token.
			 */
			securityToken: string;
			/** @description The API user ID. */
			username: string;
		};
		/** @description What was added. */
		Added: {
			/** @description What the call that takes it away names it. */
			id: string;
		};
		/** @description What was answered to a webhook or a callback. */
		Answer: {
			/** @description The body as text. */
			body: string;
			/** @description By name in lower case. */
			headers: {
				[key: string]: string;
			};
			/** @description The status. */
			status: number;
		};
		/** @description A time. */
		Clock: {
			/**
			 * Format: double
			 * @description Milliseconds since the epoch.
			 */
			now: number;
		};
		/** @description Trouble between a client and the API. */
		Fault: {
			/**
			 * Format: double
			 * @description Of the kind slow: how much later.
			 */
			delayMs?: number;
			/** @description Of the kind status: headers of the answer. */
			headers?: {
				[key: string]: string;
			};
			/**
			 * @description What happens.
			 * @enum {string}
			 */
			kind: "network-error" | "timeout" | "status" | "truncate" | "slow" | "garbage";
			/** @description The one request that it meets. Default: all. */
			nth?: number;
			/** @description operationId whose requests it meets. Default: every request. */
			operation?: string;
			/**
			 * Format: double
			 * @description Share of the requests that it meets. Default: 1.
			 */
			rate?: number;
			/** @description Of the kind status: what is answered. */
			status?: number;
		};
		/** @description A webhook or a callback. */
		Message: {
			/** @description What it says. */
			body?: unknown;
			/** @description Headers by name. */
			headers?: {
				[key: string]: string;
			};
			/** @description The webhook's or callback's, or its name where it has none. */
			operationId: string;
			/**
			 * Format: uri
			 * @description Where a test listens.
			 */
			url: string;
		};
		/** @description A mock, and where it is. */
		Mock: {
			/**
			 * Format: uri
			 * @description Where the API is.
			 */
			baseUrl: string;
			/** @description What the calls that control it name it. */
			mock: string;
		};
		/** @description What a mock begins with. What is left out is as the process was told at its start. */
		MockOptions: {
			/** @description Who may ask for a token. */
			accounts?: components["schemas"]["Account"][] | null;
			/** @description Decides which requests a fault's rate meets. */
			seed?: number;
			/** @description Lifetime of an access token. */
			tokenLifetimeSeconds?: number;
		};
		/** @description Why a call was refused. */
		Problem: {
			/** @description Stable, for programs. */
			code: string;
			/** @description For people. */
			message: string;
		};
		/** @description A request that the mock has received, its secrets masked. */
		RecordedRequest: {
			/** @description Parsed by the API's description; a file's bytes as base64. */
			body?: unknown;
			/** @description Where a file's bytes stand in `body`, each as a JSON Pointer. Absent, if there is none. */
			files?: string[];
			/** @description By name in lower case. */
			headers: {
				[key: string]: string;
			};
			/** @description In upper case. */
			method: string;
			/** @description Absent where no operation matched. */
			operationId?: string;
			/** @description By place (path, query, header, cookie) and name, parsed by the API's description. */
			parameters: {
				[key: string]: unknown;
			};
			/** @description Below the base URL. */
			path: string;
			/** @description In words, why the API refused the request; absent if it did not. */
			refusal?: string;
			/** @description Of the answer; 0 for none. */
			status?: number;
		};
		/** @description A reply to an operation's calls. */
		Reply: {
			/**
			 * Format: double
			 * @description Time until the reply. Default: 0.
			 */
			delayMs?: number;
			/** @description Sends it unchecked. Default: false. */
			offSpec?: boolean;
			/** @description Whose calls it answers. */
			operationId: string;
			/** @description The reply. What is left out comes from the API's description. */
			reply: {
				/** @description The body. */
				body?: unknown;
				/**
				 * Format: byte
				 * @description A body that is a file, in base64, instead of `body`.
				 */
				bytes?: string;
				/** @description Name of an example in the API's description, to use as the body. */
				example?: string;
				/** @description Headers by name. */
				headers?: {
					[key: string]: string;
				};
				/** @description The status. */
				status: number;
			};
			/** @description Number of calls that get it. Default: all. */
			times?: number;
		};
		/** @description An access token that the mock has issued. */
		Token: {
			/**
			 * Format: double
			 * @description Milliseconds since the epoch, by the mock's clock.
			 */
			expiresAt: number;
			/**
			 * Format: double
			 * @description Milliseconds since the epoch, by the mock's clock.
			 */
			issuedAt: number;
			/** @description Whether it was revoked. */
			revoked: boolean;
			/** @description The token. */
			token: string;
			/** @description Username of the account it was issued to. */
			username: string;
		};
	};
	responses: {
		/** @description What takes it away again. */
		Added: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["Added"];
			};
		};
		/** @description The mock's own time. */
		Clock: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["Clock"];
			};
		};
		/** @description Why it was not done. */
		Problem: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["Problem"];
			};
		};
	};
	parameters: {
		/** @description Which one, as it was told when it was added. */
		id: string;
		/** @description Which mock; `default` is the one that the command serves. */
		mock: string;
	};
	requestBodies: never;
	headers: never;
	pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
	createMock: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["MockOptions"];
			};
		};
		responses: {
			/** @description The mock. */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Mock"];
				};
			};
			default: components["responses"]["Problem"];
		};
	};
	getMock: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The mock. */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Mock"];
				};
			};
			default: components["responses"]["Problem"];
		};
	};
	dropMock: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description It is gone. */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: components["responses"]["Problem"];
		};
	};
	readClock: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: components["responses"]["Clock"];
			default: components["responses"]["Problem"];
		};
	};
	advanceClock: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/**
					 * Format: double
					 * @description How much time passes.
					 */
					seconds: number;
				};
			};
		};
		responses: {
			200: components["responses"]["Clock"];
			default: components["responses"]["Problem"];
		};
	};
	addFault: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Fault"];
			};
		};
		responses: {
			201: components["responses"]["Added"];
			default: components["responses"]["Problem"];
		};
	};
	clearFaults: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description They are gone. */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: components["responses"]["Problem"];
		};
	};
	removeFault: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which one, as it was told when it was added. */
				id: components["parameters"]["id"];
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description It is gone. */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: components["responses"]["Problem"];
		};
	};
	sendMessage: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Message"];
			};
		};
		responses: {
			/** @description What was answered there. */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Answer"];
				};
			};
			default: components["responses"]["Problem"];
		};
	};
	addReply: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Reply"];
			};
		};
		responses: {
			201: components["responses"]["Added"];
			default: components["responses"]["Problem"];
		};
	};
	removeReply: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which one, as it was told when it was added. */
				id: components["parameters"]["id"];
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description It is gone. */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: components["responses"]["Problem"];
		};
	};
	listRequests: {
		parameters: {
			query?: {
				/** @description Only those of this operation. Default: all. */
				operationId?: string;
			};
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The requests. */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @description Oldest first. */
						requests: components["schemas"]["RecordedRequest"][];
					};
				};
			};
			default: components["responses"]["Problem"];
		};
	};
	resetMock: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description It is done. */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: components["responses"]["Problem"];
		};
	};
	listTokens: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The tokens. */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": {
						/** @description Oldest first. */
						tokens: components["schemas"]["Token"][];
					};
				};
			};
			default: components["responses"]["Problem"];
		};
	};
	expireTokens: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description It is done. */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: components["responses"]["Problem"];
		};
	};
	revokeTokens: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Which mock; `default` is the one that the command serves. */
				mock: components["parameters"]["mock"];
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": {
					/** @description The one to revoke. Default: all. */
					token?: string;
				};
			};
		};
		responses: {
			/** @description It is done. */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			default: components["responses"]["Problem"];
		};
	};
}
