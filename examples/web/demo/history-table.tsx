import { describeToken, outcomeOf } from "./describe.ts";
import type { History } from "./history.ts";

/** The same as the timeline, for reading. */
export function HistoryTable({ history, now }: { history: History; now: number }) {
  const rows = [
    ...history.tokens.map((token) => ({
      at: token.bornAt,
      what: `Token ${token.number}`,
      token: "",
      outcome: describeToken(token, now).replace(/^Token \d+, g/, "G"),
    })),
    ...history.calls.map((call) => ({
      at: call.startedAt,
      what: `Call ${call.number}${call.repeats === undefined ? "" : `, repeats ${call.repeats}`}`,
      token: String(call.token),
      outcome: outcomeOf(call, history),
    })),
    ...history.acts.map(({ at, words }) => ({ at, what: words, token: "", outcome: "" })),
  ].toSorted((a, b) => b.at - a.at);
  return (
    <details>
      <summary>The same as a table</summary>
      <table>
        <caption>Newest first</caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">What</th>
            <th scope="col">Token</th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 60).map(({ at, what, token, outcome }) => (
            <tr key={`${at} ${what}`}>
              <td>{new Date(at).toLocaleTimeString("en-GB")}</td>
              <th scope="row">{what}</th>
              <td>{token}</td>
              <td>{outcome}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
