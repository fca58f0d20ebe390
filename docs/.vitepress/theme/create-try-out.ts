import { type InjectionKey, reactive } from "vue";

/** What an operation is tried out with: shared by all of a page's operations, so that the token of one serves the next. */
export type TryOut = ReturnType<typeof createTryOut>;

export const TRY_OUT: InjectionKey<TryOut> = Symbol("try-out");

/** Creates it. The mock, which answers within the page, is loaded when it is first needed. */
export function createTryOut() {
  const access = reactive({
    token: "",
    /** Milliseconds since the epoch; 0 before there is one. */
    diesAt: 0,
    /** Whether a person has cleared the field, or written into it: then what they want is sent. */
    isOwn: false,
  });
  let loading: Promise<Awaited<ReturnType<typeof loadMock>>> | undefined;

  function load() {
    loading ??= loadMock();
    return loading;
  }

  async function renew(): Promise<void> {
    const { operations, call } = await load();
    const issuer = [...operations.values()].find(({ isIssuer }) => isIssuer);
    if (issuer) await adopt(await call(issuer, issuer.body));
  }

  async function adopt(answer: Response): Promise<void> {
    const { access_token, expires_in } = await answer.clone().json();
    Object.assign(access, { token: access_token, diesAt: Date.now() + expires_in * 1_000, isOwn: false });
  }

  return {
    access,
    renew,
    /** What the operation wants to be sent, as its description's example has it; "" for nothing. */
    async bodyOf(operationId: string): Promise<string> {
      return (await load()).operations.get(operationId)?.body ?? "";
    },
    /** Makes the field the person's own. */
    write(token: string): void {
      Object.assign(access, { token, isOwn: true });
    },
    /** Sends what stands there; a token that has died, or was never had, is replaced first. */
    async send(operationId: string, body: string): Promise<Response> {
      const { operations, call } = await load();
      const operation = operations.get(operationId);
      if (!operation) throw new Error(`The description has no operation ${operationId}.`);
      if (!operation.isIssuer && !access.isOwn && Date.now() >= access.diesAt) await renew();
      const answer = await call(operation, body, access.token);
      if (operation.isIssuer && answer.ok) await adopt(answer);
      return answer;
    },
  };
}

async function loadMock() {
  const { loadMockApi } = await import("./load-mock-api.ts");
  return loadMockApi();
}
