import { type Call, callGateway, type Exchange, type Gateway } from "./call-gateway.ts";
import type { Clock } from "./clock.ts";
import type { Credentials } from "./credentials.ts";
import { isRecord, type SpecDocument } from "./document.ts";
import { createAnswerJudge, isExpected, type Judgement } from "./judge-answer.ts";
import type { Operation } from "./operations.ts";

/** One call, the status that it should have brought, and what its answer says about the description. */
export interface Finding extends Judgement {
  readonly exchange: Exchange;
  readonly expected: number;
}

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
    const exchange = await callGateway(gateway, operation, purpose, call);
    const finding = { exchange, expected, ...judge(exchange, expected) };
    findings.push(finding);
    return finding;
  }

  return {
    findings,
    issued,
    probe,
    async acquire(operation, purpose, body) {
      const requestedAt = clock.now();
      const authorization = `M800Auth ${securityToken}`;
      const { answer } = (await probe(operation, purpose, 200, { authorization, body })).exchange;
      if (!answer || !isExpected(answer.status, 200) || !isRecord(answer.json)) return undefined;
      issued.push(...longStringsIn(answer.json));
      const { access_token: value, expires_in: lifetime } = answer.json;
      if (typeof value !== "string" || !/^[\x21-\x7e]+$/.test(value)) return undefined;
      return { value, lifetime: typeof lifetime === "number" && lifetime > 0 ? lifetime : undefined, requestedAt };
    },
    use: (operation, purpose, expected, token) =>
      probe(operation, purpose, expected, { authorization: `Bearer ${token}` }),
    reword(finding, message) {
      findings.splice(findings.indexOf(finding), 1, { ...finding, differences: [{ places: [], message }] });
    },
  };
}

/** Strings that may be a token, wherever they stand and whatever they are called. */
function longStringsIn(value: unknown): string[] {
  if (typeof value === "string") return value.length >= 8 ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(longStringsIn) : [];
}
