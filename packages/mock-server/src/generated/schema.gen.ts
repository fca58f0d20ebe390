// Generated from openapi/phone-number.yaml by `pnpm generate`. Do not edit.
export interface paths {
	"/countries": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * List the available countries
		 * @description Lists the countries in which the account can get phone numbers.
		 */
		get: operations["listCountries"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/token": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Create an access token
		 * @description Exchanges the security token and the username for an access token. There is no refresh token: when an access
		 *     token has expired, create another in the same way.
		 */
		post: operations["createToken"];
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
		/** @description An access token and its lifetime. */
		AccessToken: {
			/** @description The token, in characters that a bearer credential may have (RFC 6750, section 2.1). */
			access_token: string;
			/**
			 * @description Seconds for which the token is valid. M800's page says 600 in its prose and 300 in its example, so only this
			 *     answer counts.
			 */
			expires_in: number;
		};
		/** @description A country in which phone numbers are available. */
		Country: {
			/** @description ISO 3166-1 country code, alpha-2 or alpha-3; M800's examples are alpha-3. */
			code: string;
			/** @description Name of the country, in English. */
			name: string;
			/** @description Country calling code (ITU E.164), without a plus sign. */
			prefix: string;
		};
		/** @description The countries available to the account. */
		CountryList: {
			/** @description In no documented order. */
			countries: components["schemas"]["Country"][];
		};
		/** @description Why a call was refused. */
		Error: {
			/** @description Stable, for programs. */
			code: string;
			/** @description For people. */
			message: string;
		};
		/** @description Who asks for an access token. */
		TokenRequest: {
			/**
			 * Format: password
			 * @description The API password from M800's e-mail. Optional.
			 */
			password?: string;
			/** @description The API user ID from M800's e-mail. */
			username: string;
		};
	};
	responses: {
		/** @description The request is malformed. */
		BadRequest: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["Error"];
			};
		};
		/** @description The gateway failed. */
		InternalError: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["Error"];
			};
		};
		/** @description Too many calls in too short a time. */
		TooManyRequests: {
			headers: {
				/** @description How long to wait, in seconds or as an HTTP date (RFC 9110, section 10.2.3). */
				"Retry-After"?: string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["Error"];
			};
		};
		/** @description The gateway is down or overloaded. */
		Unavailable: {
			headers: {
				/** @description How long to wait, in seconds or as an HTTP date (RFC 9110, section 10.2.3). */
				"Retry-After"?: string;
				[name: string]: unknown;
			};
			content: {
				"application/json": components["schemas"]["Error"];
			};
		};
	};
	parameters: never;
	requestBodies: never;
	headers: never;
	pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
	listCountries: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The available countries. */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["CountryList"];
				};
			};
			400: components["responses"]["BadRequest"];
			/** @description The access token is missing, unknown, expired or revoked. */
			401: {
				headers: {
					/** @description The scheme to authenticate with, and what was wrong (RFC 6750, section 3). */
					"WWW-Authenticate": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Error"];
				};
			};
			429: components["responses"]["TooManyRequests"];
			500: components["responses"]["InternalError"];
			503: components["responses"]["Unavailable"];
		};
	};
	createToken: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/** @description The API user whose token it will be. */
		requestBody: {
			content: {
				"application/json": components["schemas"]["TokenRequest"];
			};
		};
		responses: {
			/** @description The access token. */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["AccessToken"];
				};
			};
			400: components["responses"]["BadRequest"];
			/** @description The security token, the username or the password is wrong. */
			401: {
				headers: {
					/** @description The scheme to authenticate with (RFC 9110, section 11.6.1). */
					"WWW-Authenticate": string;
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Error"];
				};
			};
			429: components["responses"]["TooManyRequests"];
			500: components["responses"]["InternalError"];
			503: components["responses"]["Unavailable"];
		};
	};
}
