/** What happened between a process and its Redis. Holds no secret. */
export type TokenStoreEvent =
  | {
      /** Redis cannot be used: until `sharing-resumed`, this process goes on with tokens of its own. Told once per trouble. */
      readonly type: "sharing-failed";
      /** `timeout`; Redis's own code, such as `WRONGPASS`, `OOM` or `READONLY`; the system's, such as `ECONNREFUSED`; or `unknown`. */
      readonly reason: string;
    }
  | { readonly type: "sharing-resumed" }
  | {
      /** What Redis holds under the token's key was not sealed by an owner of these credentials. It is replaced. */
      readonly type: "value-unreadable";
    };
