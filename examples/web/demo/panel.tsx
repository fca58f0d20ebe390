import type { MockApi } from "@m800/phone-number-mock-server";
import { useEffect, useState, useSyncExternalStore } from "react";
import "./panel.css";
import type { RequestFeed } from "./request-feed.ts";

/** Drives the mock API behind the app, and shows what it is asked. */
export function Panel({ api, feed }: { api: MockApi; feed: RequestFeed }) {
  const requests = useSyncExternalStore(feed.subscribe, feed.read);
  const [isSlow, setSlow] = useState(false);
  useEffect(() => (isSlow ? api.faults.add({ kind: "slow", delayMs: 3_000 }) : undefined), [api, isSlow]);
  const failNextCall = () =>
    api.respondWith("listCountries", { status: 503, headers: { "Retry-After": "2" } }, { times: 1 });
  const button = (label: string, onClick: () => void) => (
    <button type="button" onClick={onClick}>
      {label}
    </button>
  );
  return (
    <aside aria-label="Mock API">
      <h2>Mock API</h2>
      <p>Make trouble, then press Refresh above: the app should not notice.</p>
      <div className="controls">
        {button("Expire the token", api.tokens.expireAll)}
        {button("Revoke the token", api.tokens.revokeAll)}
        {button("Fail the next call", failNextCall)}
        <label>
          <input type="checkbox" checked={isSlow} onChange={({ target }) => setSlow(target.checked)} /> 3 s slower
        </label>
      </div>
      <table>
        <caption>Requests, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Status</th>
            <th scope="col">Request</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {requests.map(({ status, method, path, headers, refusal }, index) => (
            <tr key={requests.length - index}>
              <td>{status || "none"}</td>
              <td>
                {method} {path} <small>{headers.authorization}</small>
              </td>
              <td>{refusal ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </aside>
  );
}
