import { answerNotes } from "./answer-notes.ts";
import type { Gateway } from "./call-gateway.ts";
import type { Clock } from "./clock.ts";
import { createProber, type Finding, type Prober } from "./create-prober.ts";
import type { Credentials } from "./credentials.ts";
import { createSpecDocument, type SpecDocument, type SpecRoot } from "./document.ts";
import { isBusy, isRefusal, isSuccess } from "./judge-answer.ts";
import { lengthNotes, lifetimeNote, slowNotes } from "./notes.ts";
import { malformedOf, type Operation, operationsOf, refusalOf, responseFor, successOf } from "./operations.ts";
import { isAlive, outliveToken } from "./outlive-token.ts";

export interface CheckOptions {
  readonly document: SpecRoot;
  readonly gateway: Gateway;
  readonly credentials: Credentials;
  readonly clock: Clock;
  /** Whether to use a token until it expires. */
  readonly wholeLifetime: boolean;
  /** An answer that takes longer is reported, in milliseconds. */
  readonly slowMs: number;
}

export interface Check {
  readonly spec: SpecDocument;
  readonly findings: readonly Finding[];
  /** What is worth knowing, though the description allows it. */
  readonly notes: readonly string[];
  /** What could not be checked, beside calls that were not served. */
  readonly gaps: readonly string[];
  /** Whether the gateway knows no such account, so that hardly anything could be seen. */
  readonly areCredentialsRefused: boolean;
  /** What the gateway issued, and must not be printed. */
  readonly issued: readonly string[];
}

/** What no account has: as security token, username, password and access token. */
const UNKNOWN = "verify-live-unknown";

/**
 * Calls each operation of a gateway that credentials alone can call, and holds every answer against the description.
 *
 * An operation that is not served at all, or not now, is called once.
 */
export async function checkGateway(options: CheckOptions): Promise<Check> {
  const { document, gateway, credentials, clock, wholeLifetime, slowMs } = options;
  const { username, password } = credentials;
  const spec = createSpecDocument(document);
  const operations = operationsOf(spec);
  const tokenOperation = operations.find(({ scheme }) => scheme === "m800auth");
  if (!tokenOperation) throw new Error("The spec has no operation that takes an M800Auth security token.");
  const others = operations.filter((operation) => operation !== tokenOperation);
  const callable = others.filter(isCallable);

  const prober = createProber(spec, gateway, credentials, clock);
  const gaps: string[] = [];
  const notes = others.filter((operation) => !isCallable(operation)).map(whyNotCalled);

  const token = await prober.acquire(tokenOperation, "with the account's credentials", { username, password });
  const first = prober.findings.at(-1);
  const areCredentialsRefused = isRefusal(first?.exchange.answer?.status);
  // Who is refused learns nothing about what else is wrong, and may be locked out for trying.
  if (areCredentialsRefused) {
    gaps.push("The gateway refused the account's credentials: are the M800_* variables right?");
  } else if (first && isServed(spec, first)) {
    await refuseEach(prober, spec, tokenOperation, credentials);
  }
  if (!token) {
    gaps.push(...callable.map(({ operationId }) => `${operationId} was not called: there was no usable access token.`));
  } else {
    notes.push(...lifetimeNote(token.lifetime));
    let witness: Operation | undefined;
    for (const operation of callable) {
      const purpose = operation.needsInput ? "with a fresh token and the spec's example values" : "with a fresh token";
      const finding = await prober.use(operation, purpose, successOf(spec, operation), token.value);
      if (!isServed(spec, finding)) continue;
      if (isSuccess(finding.exchange.answer?.status ?? 0)) witness ??= operation;
      const refusal = refusalOf(spec, operation);
      await prober.use(operation, "with a token that was never issued", refusal, UNKNOWN);
      await prober.probe(operation, "without a token", refusal, {});
    }
    const again = password === undefined ? "a second time" : "without the password, which is documented as optional";
    await prober.acquire(tokenOperation, again, { username });
    const purpose = "with the first token, after a second was issued";
    const isUsable = witness && (await isAlive(prober, spec, witness, token, clock, purpose));
    if (witness && isUsable && wholeLifetime) notes.push(...(await outliveToken(prober, spec, witness, token, clock)));
  }

  const { findings, issued } = prober;
  const listed = findings.filter(({ exchange }) => exchange.operation !== tokenOperation);
  notes.push(...answerNotes(findings), ...slowNotes(findings, slowMs), ...lengthNotes(spec, listed));
  return { spec, findings, notes, gaps, areCredentialsRefused, issued };
}

/** Tries each part of the credentials wrong on its own, once, since more might lock the account, and a request without any. */
async function refuseEach(
  prober: Prober,
  spec: SpecDocument,
  operation: Operation,
  { securityToken, username, password }: Credentials,
): Promise<void> {
  const refusal = refusalOf(spec, operation);
  const key = `M800Auth ${securityToken}`;
  const body = { username, password };
  const wrong = [
    { part: "security token", authorization: `M800Auth ${UNKNOWN}`, body },
    { part: "username", authorization: key, body: { ...body, username: UNKNOWN } },
    ...(password === undefined ? [] : [{ part: "password", authorization: key, body: { ...body, password: UNKNOWN } }]),
  ];
  for (const { part, ...call } of wrong)
    await prober.probe(operation, `with a wrong ${part}, and the rest right`, refusal, call);
  const malformed = { authorization: key, body: {} };
  await prober.probe(operation, "with an empty object as body", malformedOf(spec, operation), malformed);
}

/** Whether credentials, and the description's examples, are all that a call takes, and whether it changes nothing. */
function isCallable({ method, scheme, target }: Operation): boolean {
  return method === "GET" && scheme === "bearer" && target !== undefined;
}

function whyNotCalled({ operationId, method, scheme }: Operation): string {
  if (method !== "GET") return `${operationId} was not called: it may change something.`;
  return scheme === "bearer"
    ? `${operationId} was not called: the spec has no example for what it takes.`
    : `${operationId} was not called: it takes no access token.`;
}

/** Whether an operation is there, at least for someone. */
function isServed(spec: SpecDocument, { exchange: { operation, answer } }: Finding): boolean {
  if (!answer || isBusy(answer.status)) return false;
  return answer.status === 403 || responseFor(spec, operation, answer.status) !== undefined;
}
