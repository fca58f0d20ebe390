import { createServer, type IncomingMessage, type Server } from "node:http";
import type { EngineReply } from "@m800/mock-engine";
import { answerPreflight, corsHeaders } from "./cors.ts";
import { isLoopbackHost } from "./loopback.ts";
import type { MockEngine } from "./mock-engine.ts";
import { pathOf, toEngineRequest } from "./read-request.ts";
import { refuse } from "./refuse.ts";
import { sendReply } from "./send-reply.ts";

/** A request over HTTP, and what came of it. */
export interface Exchange {
  /** In upper case. */
  readonly method: string;
  /** With its query, secrets masked. */
  readonly path: string;
  /** 0 for a connection that was broken or left without an answer. */
  readonly status: number;
  /** In words, why the request was refused; undefined if it was not. */
  readonly refusal: string | undefined;
  /** From the request's arrival to the reply. */
  readonly durationMs: number;
}

/** An API that is served below a path. */
export interface ServedApi extends Pick<MockEngine, "basePath" | "handle" | "maskTarget" | "signature"> {
  /** It is the mock's own control: for no page, and for no log. */
  readonly isControl?: boolean;
}

export interface ApiServerOptions {
  readonly allowRemote: boolean;
  readonly allowedOrigins: readonly string[];
  readonly onReply: ((exchange: Exchange) => void) | undefined;
}

/** Makes an HTTP/1.1 server. @param apiOf Finds the API that a request is for. */
export function createApiServer(
  { allowRemote, allowedOrigins, onReply }: ApiServerOptions,
  apiOf: (path: string) => ServedApi | undefined,
): Server {
  function serve(request: IncomingMessage, api: ServedApi | undefined): EngineReply | Promise<EngineReply> {
    if (!allowRemote && !isLoopbackHost(request)) return WRONG_HOST;
    const cors = corsHeaders(request.headers, api?.isControl ? [] : allowedOrigins);
    const reply = answerPreflight(request.method, request.headers, cors !== undefined) ?? answer(request, api);
    return cors ? withHeaders(reply, cors) : reply;
  }

  function answer(request: IncomingMessage, api: ServedApi | undefined): EngineReply | Promise<EngineReply> {
    if (!api) return refuse(404, "not_found", `There is no mock at ${pathOf(request)}.`);
    const engineRequest = toEngineRequest(request, api.basePath);
    return engineRequest
      ? api.handle(engineRequest)
      : refuse(404, "not_found", `This mock API is at ${api.basePath}: it does not serve ${pathOf(request)}.`);
  }

  function report(request: IncomingMessage, api: ServedApi | undefined, reply: EngineReply, durationMs: number): void {
    if (!onReply || api?.isControl) return;
    const target = api && toEngineRequest(request, api.basePath);
    const path = target ? api.basePath + api.maskTarget(target) : pathOf(request);
    onReply({ method: request.method ?? "GET", path, status: reply.status, refusal: reply.refusal, durationMs });
  }

  return createServer(async (request, response) => {
    const startedAt = performance.now();
    const api = apiOf(pathOf(request));
    const reply = await serve(request, api);
    try {
      report(request, api, reply, performance.now() - startedAt);
      await reply.heldUntil;
      sendReply(request, response, reply, api?.signature ?? {});
    } catch (error) {
      // A listener of the test's own, or a header that Node refuses: the caller sees why, and the server goes on.
      const message = error instanceof Error ? error.message : String(error);
      sendReply(request, response, { status: 500, headers: { "content-type": "text/plain" }, body: message }, {});
    }
  });
}

async function withHeaders(
  given: EngineReply | Promise<EngineReply>,
  headers: Readonly<Record<string, string>>,
): Promise<EngineReply> {
  const reply = await given;
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

const WRONG_HOST = refuse(403, "wrong_host", "The Host header must name this machine's loopback.");
