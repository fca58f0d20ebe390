import type { MockApi } from "@m800/phone-number-mock-server";
import { type MouseEvent, useCallback, useState } from "react";
import { App } from "../src/app.tsx";
import { createApi } from "../src/create-api.ts";
import { createQueries } from "../src/create-queries.ts";
import { createRecorder } from "./create-recorder.ts";
import { Panel } from "./panel.tsx";

/** The app, and beside it what goes on between it and the mock API. */
export function Demo({ mock }: { mock: MockApi }) {
  const [session, setSession] = useState(() => createSession(mock));
  const { recorder, queries, api, number } = session;
  const call = useCallback(() => void queries.refetchQueries({}, { cancelRefetch: false }), [queries]);

  function startOver(): void {
    queries.clear();
    mock.reset();
    setSession(createSession(mock, number + 1));
  }

  function tellPress({ target }: MouseEvent): void {
    const button = target instanceof Element && target.closest("button:not([aria-label])");
    if (button) recorder.act(`You pressed ${button.textContent}`);
  }

  return (
    <div className="demo" key={number}>
      <div onClickCapture={tellPress}>
        <App api={api} queries={queries} />
      </div>
      <Panel api={mock} recorder={recorder} call={call} startOver={startOver} />
    </div>
  );
}

function createSession(mock: MockApi, number = 1) {
  const recorder = createRecorder(() => mock.tokens.issued().at(-1)?.token);
  const { fetch, onEvent } = recorder;
  return { number, recorder, queries: createQueries(), api: createApi({ fetch, onEvent }) };
}
