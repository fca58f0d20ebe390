import { type Call, callGateway, type Exchange, type Gateway } from "./call-gateway.ts";
import { createSpecDocument, isRecord, type SpecDocument } from "./document.ts";
import { createAnswerJudge, isBusy, isExpected, type Judgement } from "./judge-answer.ts";
import { busyNotes, lengthNotes, lifetimeNote, slowNotes } from "./notes.ts";
import { type Operation, operationsOf, responseFor } from "./operations.ts";

export interface CheckOptions {
  readonly document: SpecDocument["root"];
  readonly gateway: Gateway;
  readonly credentials: Credentials;
  readonly clock: Clock;
  /** Whether to use a token until it expires, to see whether it lives as long as it is said to. */
  readonly wholeLifetime: boolean;
  /** An answer that takes longer is reported, in milliseconds. */
  readonly slowMs: number;
}

export interface Credentials {
  readonly securityToken: string;
  readonly username: string;
  readonly password?: string | undefined;
}

export interface Clock {
  /** Milliseconds since any moment. */
  now(): number;
  /** Waits for some milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

/** One call, the status that it should have brought, and what its answer says about the description. */
export interface Finding extends Judgement {
  readonly exchange: Exchange;
  readonly expected: number;
}

export interface Check {
  readonly spec: SpecDocument;
  readonly findings: readonly Finding[];
  /** What is worth knowing, though the description allows it. */
  readonly notes: readonly string[];
  /** What the gateway issued, and must not be printed. */
  readonly issued: readonly string[];
}

interface Token {
  readonly value: string;
  /** Seconds, if the gateway told them as a number. */
  readonly lifetime: number | undefined;
  readonly requestedAt: number;
}

/** What someone sends who has no account. */
const STRANGER = { token: "verify-live-unknown-token", username: "verify-live-unknown-user", password: "verify-live" };

/** How long after its end a token may still pass, in seconds: gateways allow for clocks that differ. */
const EXPIRY_LEEWAY_SECONDS = 5;

/** Calls each operation of a gateway that credentials alone can call, and holds every answer against the description. */
export async function checkGateway(options: CheckOptions): Promise<Check> {
  const { document, gateway, credentials, clock, wholeLifetime, slowMs } = options;
  const { securityToken, username, password } = credentials;
  const spec = createSpecDocument(document);
  const judge = createAnswerJudge(spec);
  const operations = operationsOf(spec);
  const tokenOperation = operations.find(({ scheme }) => scheme === "m800auth");
  if (!tokenOperation) throw new Error("The spec has no operation that takes an M800Auth security token.");

  const findings: Finding[] = [];
  const notes: string[] = [];
  const issued: string[] = [];

  async function probe(operation: Operation, purpose: string, expected: number, call: Call): Promise<Finding> {
    const exchange = await callGateway(gateway, operation, purpose, call);
    const finding = { exchange, expected, ...judge(exchange, expected) };
    findings.push(finding);
    return finding;
  }

  async function acquire(operation: Operation, purpose: string, body: object): Promise<Token | undefined> {
    const requestedAt = clock.now();
    const authorization = `M800Auth ${securityToken}`;
    const { answer } = (await probe(operation, purpose, 200, { authorization, body })).exchange;
    if (!answer || !isExpected(answer.status, 200) || !isRecord(answer.json)) return undefined;
    issued.push(...longStringsIn(answer.json));
    const { access_token: value, expires_in: lifetime } = answer.json;
    // Others cannot be sent: the difference that they are is in the findings.
    if (typeof value !== "string" || !/^[\x21-\x7e]+$/.test(value)) return undefined;
    return { value, lifetime: typeof lifetime === "number" && lifetime > 0 ? lifetime : undefined, requestedAt };
  }

  const use = (operation: Operation, purpose: string, expected: number, token: string) =>
    probe(operation, purpose, expected, { authorization: `Bearer ${token}` });

  /** Uses the first token again, now that there is a second; then, if asked to, until it should have expired. */
  async function outlive(operation: Operation, { value, lifetime, requestedAt }: Token): Promise<void> {
    const age = () => (clock.now() - requestedAt) / 1000;
    const lives = async (purpose: string) => {
      const finding = await use(operation, purpose, 200, value);
      if (finding.exchange.answer?.status !== 401) return true;
      const of = lifetime === undefined ? "" : ` of the ${lifetime} s that it was issued for`;
      const message = `the answer is 401: the token died early, after ${age().toFixed(0)} s${of}`;
      findings.splice(findings.indexOf(finding), 1, { ...finding, differences: [{ places: [], message }] });
      return false;
    };
    if (!(await lives("with the first token, after a second was issued"))) return;
    if (!wholeLifetime || lifetime === undefined) return;
    for (const share of [0.25, 0.5, 0.75, 0.95]) {
      await clock.wait((lifetime * share - age()) * 1000);
      if (!(await lives(`with the first token, at ${share * 100} % of its lifetime`))) return;
    }
    await clock.wait((lifetime + EXPIRY_LEEWAY_SECONDS - age()) * 1000);
    await use(operation, `with the first token, ${EXPIRY_LEEWAY_SECONDS} s after its end`, 401, value);
  }

  const isServed = ({ exchange: { operation, answer } }: Finding) =>
    answer !== undefined &&
    !isBusy(answer.status) &&
    (answer.status === 403 || responseFor(spec, operation, answer.status) !== undefined);

  const token = await acquire(tokenOperation, "with the account's credentials", { username, password });
  const [first] = findings;
  if (first && isServed(first)) {
    const { status } = first.exchange.answer ?? {};
    if (status === 401 || status === 403)
      notes.push("The gateway refused the account's credentials: are the M800_* variables right?");
    const strangers = { username: STRANGER.username, password: password && STRANGER.password };
    const strange = { authorization: `M800Auth ${STRANGER.token}`, body: strangers };
    await probe(tokenOperation, "with credentials that no account has", 401, strange);
    const empty = { authorization: `M800Auth ${securityToken}`, body: {} };
    await probe(tokenOperation, "with an empty object as body", 400, empty);
  }

  let witness: Operation | undefined;
  for (const operation of operations) {
    if (operation === tokenOperation) continue;
    const { operationId, method, scheme, needsInput } = operation;
    if (method !== "GET" || scheme !== "bearer" || needsInput) {
      notes.push(`${operationId} was not called: it takes more than credentials, or changes something.`);
    } else if (!token) {
      notes.push(`${operationId} was not called: there was no usable access token.`);
    } else {
      const finding = await use(operation, "with a fresh token", 200, token.value);
      if (!isServed(finding)) continue;
      if (isExpected(finding.exchange.answer?.status ?? 0, 200)) witness ??= operation;
      await use(operation, "with a token that was never issued", 401, STRANGER.token);
      await probe(operation, "without a token", 401, {});
    }
  }

  if (token) {
    notes.push(...lifetimeNote(token.lifetime));
    const purpose = password === undefined ? "a second time" : "without the password, which is documented as optional";
    await acquire(tokenOperation, purpose, { username });
    if (witness) await outlive(witness, token);
  }
  notes.push(...busyNotes(findings), ...slowNotes(findings, slowMs));
  notes.push(
    ...lengthNotes(
      spec,
      findings.filter(({ exchange }) => exchange.operation !== tokenOperation),
    ),
  );
  return { spec, findings, notes, issued };
}

/** Strings that may be a token, wherever they stand. */
function longStringsIn(value: unknown): string[] {
  if (typeof value === "string") return value.length >= 8 ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(longStringsIn) : [];
}
