import type { MockApi } from "@m800/phone-number-mock-server";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Recorder } from "./create-recorder.ts";
import { summarize } from "./describe.ts";
import { isBad } from "./history.ts";
import { HistoryTable } from "./history-table.tsx";
import "./panel.css";
import { Timeline } from "./timeline.tsx";
import { useNow } from "./use-now.ts";

export interface PanelProps {
  readonly api: MockApi;
  readonly recorder: Recorder;
  /** Makes the app ask for its list again. */
  readonly call: () => void;
  readonly startOver: () => void;
}

/** How often the app calls by itself: within each span in which a token is about to expire, 1.9 s at least. */
const PERIOD_MS = 1_500;

/** Drives the mock API behind the app, and shows how tokens come and go. */
export function Panel({ api, recorder, call, startOver }: PanelProps) {
  const history = useSyncExternalStore(recorder.subscribe, recorder.read);
  const now = useNow();
  const [isCalling, setCalling] = useState(true);
  const [isSlow, setSlow] = useState(false);
  /** Number of calls when the next one was told to fail; undefined if none was. */
  const [failsAfter, setFailsAfter] = useState<number>();

  useEffect(() => {
    const timer = isCalling ? setInterval(call, PERIOD_MS) : undefined;
    return () => clearInterval(timer);
  }, [call, isCalling]);
  useEffect(() => (isSlow ? api.faults.add({ kind: "slow", delayMs: 3_000 }) : undefined), [api, isSlow]);
  const isFailing = failsAfter !== undefined;
  useEffect(() => {
    if (!isFailing) return undefined;
    const headers = { "Retry-After": "2" };
    return api.faults.add({ kind: "status", status: 503, headers, operation: "listCountries", nth: 1 });
  }, [api, isFailing]);
  const hasFailed = isFailing && history.calls.some((done) => done.number > failsAfter && isBad(done));
  useEffect(() => {
    if (hasFailed) setFailsAfter(undefined);
  }, [hasFailed]);

  function endTokens(ended: "expired" | "revoked"): void {
    if (ended === "expired") api.tokens.expireAll();
    else api.tokens.revokeAll();
    recorder.endTokens(ended);
    recorder.act(`You ${ended} the token`);
  }

  function failNextCall(): void {
    setFailsAfter(history.calls.at(-1)?.number ?? 0);
    recorder.act("You made a call fail");
  }

  const button = (label: string, onClick: () => void) => (
    <button type="button" onClick={onClick}>
      {label}
    </button>
  );
  const toggle = (label: string, checked: boolean, set: (isOn: boolean) => void) => (
    <label>
      <input type="checkbox" checked={checked} onChange={({ target }) => set(target.checked)} /> {label}
    </label>
  );
  return (
    <aside aria-label="Mock API">
      <h2>Behind the app</h2>
      <p>Its tokens live for 12 seconds. Watch one being replaced, or make trouble: the app should not notice.</p>
      <div className="controls">
        {button("Expire the token", () => endTokens("expired"))}
        {button("Revoke the token", () => endTokens("revoked"))}
        {button("Fail the next call", failNextCall)}
        {button("Start over", startOver)}
      </div>
      <div className="controls">
        {toggle("3 s slower", isSlow, setSlow)}
        {toggle("Call every 1.5 s", isCalling, setCalling)}
        <div className="chips" role="status">
          {isFailing && (
            <button type="button" onClick={() => setFailsAfter(undefined)}>
              The next call fails with 503 <span aria-hidden="true">✕</span>
              <span className="hidden">: take it back</span>
            </button>
          )}
        </div>
      </div>
      <Timeline history={history} now={now} />
      <ul className="legend" aria-hidden="true">
        <li className="fresh">fresh</li>
        <li className="due">about to expire</li>
        <li className="dead">dead</li>
        <li className="good">answered</li>
        <li className="bad">failed, sent again</li>
      </ul>
      <p className="summary">{summarize(history)}</p>
      <HistoryTable history={history} now={now} />
    </aside>
  );
}
