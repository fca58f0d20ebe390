import { type Call, callGateway, type Exchange, type Gateway } from "./call-gateway.ts";
import type { Clock } from "./clock.ts";
import type { Credentials } from "./credentials.ts";
import { isRecord, type SpecDocument } from "./document.ts";
import { createAnswerJudge, isBusy, isSuccess, type Judgement } from "./judge-answer.ts";
import { type Operation, successOf } from "./operations.ts";
import { retryDelay } from "./retry-delay.ts";

/** One call, the status that it should have brought, and what its answer says about the description. */
export interface Finding extends Judgement {
  readonly exchange: Exchange;
  readonly expected: number;
  /** By the clock, in milliseconds. */
  readonly requestedAt: number;
  /** The wait, in milliseconds, after which the call was made again, since the gateway asked for it. */
  readonly askedAgainAfter?: number;
}

/** The longest `Retry-After` that is waited for, in milliseconds. */
const LONGEST_WAIT_MS = 60_000;

/** An access token that can be sent. */
export interface Token {
  readonly value: string;
  /** Seconds, if the gateway told them as a number. */
  readonly lifetime: number | undefined;
  /** By the clock, in milliseconds. */
  readonly requestedAt: number;
}

/** Calls a gateway and remembers what came of it. */
export interface Prober {
  readonly findings: readonly Finding[];
  /** Strings that the gateway issued as tokens, or beside them. */
  readonly issued: readonly string[];
  probe(operation: Operation, purpose: string, expected: number, call: Call): Promise<Finding>;
  /** Asks for a token. Returns it if there was one, in characters that a header can carry. */
  acquire(operation: Operation, purpose: string, body: object): Promise<Token | undefined>;
  /** Calls with a token. */
  use(operation: Operation, purpose: string, expected: number, token: string): Promise<Finding>;
  /** Puts other words in place of a finding's differences. */
  reword(finding: Finding, message: string): void;
}

export function createProber(
  spec: SpecDocument,
  gateway: Gateway,
  { securityToken }: Credentials,
  clock: Clock,
): Prober {
  const judge = createAnswerJudge(spec);
  const findings: Finding[] = [];
  const issued: string[] = [];

  async function probe(operation: Operation, purpose: string, expected: number, call: Call): Promise<Finding> {
    const first = await callOnce(operation, purpose, expected, call);
    const { answer } = first.exchange;
    const delay = answer && isBusy(answer.status) ? retryDelay(answer.headers, clock.date()) : undefined;
    if (delay === undefined || delay > LONGEST_WAIT_MS) return first;
    replace(first, { ...first, askedAgainAfter: delay });
    await clock.wait(delay);
    return callOnce(operation, purpose, expected, call);
  }

  async function callOnce(operation: Operation, purpose: string, expected: number, call: Call): Promise<Finding> {
    const requestedAt = clock.now();
    const exchange = await callGateway(gateway, operation, purpose, call, clock);
    const finding = { exchange, expected, requestedAt, ...judge(exchange, expected) };
    findings.push(finding);
    const { answer } = exchange;
    if (operation.scheme === "m800auth" && answer && isSuccess(answer.status))
      issued.push(...longStringsIn(answer.json));
    return finding;
  }

  function replace(finding: Finding, by: Finding): void {
    findings.splice(findings.indexOf(finding), 1, by);
  }

  return {
    findings,
    issued,
    probe,
    async acquire(operation, purpose, body) {
      const authorization = `M800Auth ${securityToken}`;
      const call = { authorization, body };
      const { exchange, requestedAt } = await probe(operation, purpose, successOf(spec, operation), call);
      if (!exchange.answer || !isSuccess(exchange.answer.status)) return undefined;
      const answer = holderOf(exchange.answer.json, "access_token");
      const { access_token: value, expires_in: lifetime } = answer ?? {};
      if (typeof value !== "string" || !/^[\x21-\x7e]+$/.test(value)) return undefined;
      issued.push(value);
      return { value, lifetime: typeof lifetime === "number" && lifetime > 0 ? lifetime : undefined, requestedAt };
    },
    use: (operation, purpose, expected, token) =>
      probe(operation, purpose, expected, { authorization: `Bearer ${token}` }),
    reword(finding, message) {
      replace(finding, { ...finding, differences: [{ places: [], message }] });
    },
  };
}

/** The object that has a field, wherever in a body it stands. */
function holderOf(value: unknown, field: string): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (isRecord(value) && Object.hasOwn(value, field)) return value;
  for (const child of Object.values(value)) {
    const holder = holderOf(child, field);
    if (holder) return holder;
  }
  return undefined;
}

/** Strings that may be a token, wherever they stand and whatever they are called. */
function longStringsIn(value: unknown): string[] {
  if (typeof value === "string") return value.length >= 8 ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(longStringsIn) : [];
}
