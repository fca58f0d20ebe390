import type { OperationDescription, SecurityScheme } from "./api-description.ts";
import type { Behaviour } from "./behaviour.ts";
import type { EngineRequest, Refusal } from "./messages.ts";
import { own } from "./own.ts";

/** Tries an operation's security alternatives in turn. Returns the credentials that were accepted, or the refusal. */
export function authenticate(
  operation: OperationDescription,
  request: EngineRequest,
  authenticators: Behaviour["authenticators"],
): { readonly credentials: string | undefined } | Refusal {
  let firstRefusal: Refusal | undefined;
  for (const alternative of operation.security) {
    const judgements = alternative.map((scheme) => judge(scheme, request, authenticators));
    const refusal = judgements.find(isRefusal);
    if (!refusal) return { credentials: judgements.find(isAccepted)?.credentials };
    firstRefusal ??= refusal;
  }
  return firstRefusal ?? { credentials: undefined };
}

type Accepted = { readonly credentials: string };
type Judgement = Accepted | Refusal;

function isRefusal(judgement: Judgement): judgement is Refusal {
  return "status" in judgement;
}

function isAccepted(judgement: Judgement): judgement is Accepted {
  return !isRefusal(judgement);
}

function judge(scheme: SecurityScheme, request: EngineRequest, authenticators: Behaviour["authenticators"]): Judgement {
  if (scheme.kind === "other") return { credentials: "" };
  if (scheme.kind === "apiKey") {
    const sources = {
      header: () => own(request.headers, scheme.name.toLowerCase()),
      query: () => new URLSearchParams(request.search).get(scheme.name),
      cookie: () => new URLSearchParams((request.headers.cookie ?? "").replaceAll(/;\s*/g, "&")).get(scheme.name),
    };
    const credentials = sources[scheme.in]();
    return credentials ? { credentials } : { status: 401, message: `The ${scheme.in} ${scheme.name} is missing.` };
  }
  return judgeAuthorization(scheme.scheme, request.headers.authorization, authenticators);
}

/** Compares the scheme's name without regard to case (RFC 9110, section 11.1). */
function judgeAuthorization(
  scheme: string,
  authorization: string | undefined,
  authenticators: Behaviour["authenticators"],
): Judgement {
  const name = scheme.toLowerCase();
  const challenge = `${scheme.charAt(0).toUpperCase()}${scheme.slice(1)}`;
  const [, sentScheme = "", credentials = ""] = /^(\S+) +(\S.*)$/.exec(authorization ?? "") ?? [];
  if (sentScheme.toLowerCase() !== name) {
    const message = `The header Authorization must be "${challenge} " and the credentials.`;
    return { status: 401, message, headers: { "www-authenticate": challenge } };
  }
  if (name === "basic" && !TOKEN68.test(credentials)) {
    const message = "The credentials of the scheme Basic are not in base64.";
    return { status: 401, message, headers: { "www-authenticate": challenge } };
  }
  const result = authenticators.get(name)?.(credentials) ?? { credentials };
  if ("credentials" in result) return result;
  const error = name === "bearer" ? ' error="invalid_token"' : "";
  return { status: 401, message: result.refusal, headers: { "www-authenticate": challenge + error } };
}

/** What RFC 7617 has for the scheme Basic (RFC 9110, section 11.2). */
const TOKEN68 = /^[\w.~+/-]+=*$/;
