import type { Gateway } from "./call-gateway.ts";
import type { Clock } from "./clock.ts";
import { createProber, type Finding, type Prober } from "./create-prober.ts";
import type { Credentials } from "./credentials.ts";
import { createSpecDocument, type SpecDocument, type SpecRoot } from "./document.ts";
import { isBusy, isExpected } from "./judge-answer.ts";
import { busyNotes, lengthNotes, lifetimeNote, slowNotes } from "./notes.ts";
import { type Operation, operationsOf, responseFor } from "./operations.ts";
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
  /** What the gateway issued, and must not be printed. */
  readonly issued: readonly string[];
}

/** What someone sends who has no account. */
const STRANGER = {
  token: "verify-live-unknown-token",
  username: "verify-live-unknown-user",
  password: "verify-live-unknown-password",
};

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
  const callable = others.filter(
    ({ method, scheme, needsInput }) => method === "GET" && scheme === "bearer" && !needsInput,
  );

  const prober = createProber(spec, gateway, credentials, clock);
  const notes = others
    .filter((operation) => !callable.includes(operation))
    .map(({ operationId }) => `${operationId} was not called: it takes more than credentials, or changes something.`);

  const token = await prober.acquire(tokenOperation, "with the account's credentials", { username, password });
  const [first] = prober.findings;
  if (first && isServed(spec, first)) {
    const { status } = first.exchange.answer ?? {};
    await refuseStranger(prober, tokenOperation, credentials);
    // Who is refused learns nothing about what else is wrong.
    if (status === 401 || status === 403)
      notes.push("The gateway refused the account's credentials: are the M800_* variables right?");
    else await refuseEmptyBody(prober, tokenOperation, credentials);
  }
  if (!token) {
    notes.push(
      ...callable.map(({ operationId }) => `${operationId} was not called: there was no usable access token.`),
    );
  } else {
    notes.push(...lifetimeNote(token.lifetime));
    let witness: Operation | undefined;
    for (const operation of callable) {
      const finding = await prober.use(operation, "with a fresh token", 200, token.value);
      if (!isServed(spec, finding)) continue;
      if (isExpected(finding.exchange.answer?.status ?? 0, 200)) witness ??= operation;
      await prober.use(operation, "with a token that was never issued", 401, STRANGER.token);
      await prober.probe(operation, "without a token", 401, {});
    }
    const again = password === undefined ? "a second time" : "without the password, which is documented as optional";
    await prober.acquire(tokenOperation, again, { username });
    const purpose = "with the first token, after a second was issued";
    const isUsable = witness && (await isAlive(prober, witness, token, clock, purpose));
    if (witness && isUsable && wholeLifetime) notes.push(...(await outliveToken(prober, witness, token, clock)));
  }

  const { findings, issued } = prober;
  const listed = findings.filter(({ exchange }) => exchange.operation !== tokenOperation);
  notes.push(...busyNotes(findings), ...slowNotes(findings, slowMs), ...lengthNotes(spec, listed));
  return { spec, findings, notes, issued };
}

async function refuseStranger(prober: Prober, operation: Operation, credentials: Credentials): Promise<void> {
  const { username, password } = STRANGER;
  await prober.probe(operation, "with credentials that no account has", 401, {
    authorization: `M800Auth ${STRANGER.token}`,
    body: { username, ...(credentials.password !== undefined && { password }) },
  });
}

async function refuseEmptyBody(prober: Prober, operation: Operation, credentials: Credentials): Promise<void> {
  await prober.probe(operation, "with an empty object as body", 400, {
    authorization: `M800Auth ${credentials.securityToken}`,
    body: {},
  });
}

/** Whether an operation is there, at least for someone. */
function isServed(spec: SpecDocument, { exchange: { operation, answer } }: Finding): boolean {
  if (!answer || isBusy(answer.status)) return false;
  return answer.status === 403 || responseFor(spec, operation, answer.status) !== undefined;
}
