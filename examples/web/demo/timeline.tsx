import { type CSSProperties, type KeyboardEvent, useState } from "react";
import { describeCall, describeToken, secondsLeft, stateOf } from "./describe.ts";
import { type Call, type History, isBad, type Token } from "./history.ts";

/** How much of the past and of the future is shown. */
const PAST_MS = 24_000;
const FUTURE_MS = 13_000;
/** Tokens that are shown, newest last. */
const LANES = 5;

interface Mark {
  readonly key: string;
  readonly at: number;
  readonly lane: number;
  readonly words: string;
  readonly className: string;
  readonly label: string;
  readonly style: CSSProperties;
}

/** Draws tokens as bars and calls as marks on them. What has the focus, or the mouse over it, is told in words. */
export function Timeline({ history, now }: { history: History; now: number }) {
  const [current, setCurrent] = useState<string>();
  const from = now - PAST_MS;
  const x = (time: number) => `${(Math.min(1, Math.max(0, (time - from) / (PAST_MS + FUTURE_MS))) * 100).toFixed(2)}%`;
  const tokens = history.tokens.filter(({ diesAt }) => diesAt > from).slice(-LANES);
  const y = (lane: number) => `${((lane + 0.58) / LANES) * 100}%`;
  const laneOf = (number: number) => tokens.findIndex((token) => token.number === number);
  const calls = history.calls.filter((call) => call.startedAt > from && laneOf(call.token) >= 0);
  const marks = [...tokens.map(barOf), ...calls.map(pointOf)].toSorted((a, b) => a.at - b.at || a.lane - b.lane);
  const told = marks.find(({ key }) => key === current);
  const living = history.tokens.at(-1);

  function barOf(token: Token, lane: number): Mark {
    const start = Math.max(from, token.bornAt);
    const width = (time: number) => ((Math.max(start, time) - start) / (PAST_MS + FUTURE_MS)) * 100;
    const whole = width(token.diesAt);
    return {
      key: `token ${token.number}`,
      at: token.bornAt,
      lane,
      words: describeToken(token, now),
      className: `bar ${stateOf(token, now)}`,
      label: `${token.number}${now < token.diesAt ? ` · ${secondsLeft(token, now)} s` : ""}`,
      style: {
        insetInlineStart: x(start),
        insetBlockStart: y(lane),
        inlineSize: `${whole}%`,
        ...(now < token.diesAt && {
          backgroundImage: `linear-gradient(to right, var(--fresh) ${(width(token.dueAt) / whole) * 100}%, var(--due) 0)`,
        }),
      },
    };
  }

  function pointOf(call: Call): Mark {
    const outcome = call.endedAt === undefined ? "pending" : isBad(call) ? "bad" : "good";
    return {
      key: `call ${call.number}`,
      at: call.startedAt,
      lane: laneOf(call.token),
      words: describeCall(call, history),
      className: `point ${outcome}`,
      label: outcome === "bad" ? String(call.status || "✕") : "",
      style: { insetInlineStart: x(call.startedAt), insetBlockStart: y(laneOf(call.token)) },
    };
  }

  /** From what caused something to what it caused. */
  function links() {
    const ends = [
      ...calls.map((call) => ({ from: call.repeats, to: { at: call.startedAt, lane: laneOf(call.token) } })),
      ...tokens.map((token, lane) => ({ from: token.causedBy, to: { at: token.bornAt, lane } })),
    ];
    return ends.flatMap(({ from: number, to }) => {
      const cause = calls.find((call) => call.number === number);
      if (!cause) return [];
      const key = `${cause.number} ${to.at} ${to.lane}`;
      return <line key={key} x1={x(cause.startedAt)} x2={x(to.at)} y1={y(laneOf(cause.token))} y2={y(to.lane)} />;
    });
  }

  /** One stop of the Tab key, and arrows within. */
  function move(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const at = marks.findIndex(({ key }) => key === current);
    const next = step && marks[at + step];
    if (!next) return;
    event.preventDefault();
    event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
  }

  const stop = told ?? marks.at(-1);
  return (
    <section className="timeline" aria-label="Timeline of tokens and calls">
      <ol className="captions" aria-hidden="true">
        {history.acts
          .filter(({ at }) => at > from)
          .slice(-4)
          .map(({ at, words }, index) => (
            <li
              key={at}
              className={at > now - PAST_MS / 6 ? "before" : "after"}
              style={{ insetInlineStart: x(at), insetBlockStart: `${index * 1.15}rem` }}
            >
              {words}
            </li>
          ))}
      </ol>
      <div className="lanes">
        <svg aria-hidden="true">{links()}</svg>
        <div className="now" aria-hidden="true" style={{ insetInlineStart: x(now) }} />
        {marks.map(({ key, words, className, label, style }) => (
          <button
            key={key}
            type="button"
            data-key={key}
            data-label={label}
            className={className}
            aria-label={words}
            tabIndex={key === stop?.key ? 0 : -1}
            style={style}
            onKeyDown={move}
            onFocus={() => setCurrent(key)}
            onBlur={() => setCurrent(undefined)}
            onMouseLeave={() => setCurrent(undefined)}
            onMouseEnter={() => setCurrent(key)}
          />
        ))}
      </div>
      <p className="told">{told?.words ?? (living ? describeToken(living, now) : "No token yet.")}</p>
    </section>
  );
}
