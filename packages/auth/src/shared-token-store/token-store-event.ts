/** What happened between a process and its store's backend. Holds no secret. */
export type TokenStoreEvent =
  | {
      /** The backend cannot be used: until `sharing-resumed`, this process goes on with tokens of its own. Told once per trouble. */
      readonly type: "sharing-failed";
      /**
       * `lock-held` if others had the lock for longer than a call can wait; the backend's or the system's code, such as
       * `ECONNREFUSED`; a word of the store's own; or `unknown`. Never an error's text.
       */
      readonly reason: string;
    }
  | { readonly type: "sharing-resumed" }
  | {
      /** What the backend holds as the token was not sealed by an owner of these credentials, or is over. It is replaced. */
      readonly type: "value-unreadable";
    };
