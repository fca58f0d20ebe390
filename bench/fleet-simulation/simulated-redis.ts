import { type Cell, LOCK_MS, type SharedToken } from "../../packages/auth/src/shared-token-store/shared-token.ts";
import { COMMAND_TIMEOUT_MS } from "../../packages/token-store-redis/src/evaluator.ts";
import { type Conditions, LOST_PACKET_MS, REDIS_COSTS } from "./conditions.ts";
import type { SimulatedProcess } from "./simulated-process.ts";
import type { VirtualTime } from "./virtual-time.ts";

export class SimulatedTrouble extends Error {}

export interface SimulatedRedis {
  /** Scripts that were run, and connections that were made, in each second. */
  readonly scripts: number[];
  readonly connects: number[];
  connect(process: SimulatedProcess): SharedToken;
}

/**
 * One Redis with one owner's token, as its scripts treat it, behind a network and a queue.
 *
 * @param tripMs Samples the time that a command and its reply are under way.
 */
export function createSimulatedRedis(
  time: VirtualTime,
  { commandsLost, connectsSlow, isTls }: Conditions,
  tripMs: () => number,
  random: () => number,
): SimulatedRedis {
  const scripts: number[] = [];
  const connects: number[] = [];
  let freeAt = 0;
  let value = "";
  let expiresAt = 0;
  let lock = "";
  let lockedUntil = 0;

  const isMine = (name: string) => lock === name && time.now() < lockedUntil;
  const cellOf = (text: string, endsAt: number): Cell => {
    const leftMs = endsAt - time.now();
    return leftMs > 0 ? { text, version: text, leftMs } : { text: "", version: "", leftMs: -2 };
  };
  const tokenCell = () => cellOf(value, expiresAt);
  const lockCell = () => cellOf(lock, lockedUntil);

  /** Redis does one thing at a time. */
  function serve(counts: number[], costMs: number, done: () => void): void {
    freeAt = Math.max(freeAt, time.now()) + costMs;
    const second = Math.floor(time.now() / 1000);
    counts[second] = (counts[second] ?? 0) + 1;
    time.after(freeAt - time.now(), done);
  }

  function connect(process: SimulatedProcess): SharedToken {
    let isConnected = false;

    /** What is asked is told in time, or not at all. */
    function exchange<T>(ask: (answer: (reply: T) => void) => void): Promise<T> {
      return new Promise((resolve, reject) => {
        const timer = process.after(COMMAND_TIMEOUT_MS, () => reject(new SimulatedTrouble()));
        ask((reply) =>
          process.whenAwake(() => {
            timer.cancel();
            resolve(reply);
          }),
        );
      });
    }

    const open = () =>
      exchange<void>((answer) => {
        // TCP's handshake, that of TLS 1.3, and Redis's HELLO.
        const trips = isTls ? 3 : 2;
        const late = random() < connectsSlow ? LOST_PACKET_MS : 0;
        time.after(late + trips * tripMs(), () =>
          serve(connects, isTls ? REDIS_COSTS.connectTlsMs : REDIS_COSTS.connectMs, answer),
        );
      });

    const send = <T>(script: () => T) =>
      exchange<T>((answer) => {
        if (random() < commandsLost) return;
        const trip = tripMs();
        time.after(trip / 2, () => {
          const reply = script();
          serve(scripts, REDIS_COSTS.scriptMs, () => time.after(trip / 2, () => answer(reply)));
        });
      });

    /** As the evaluator: what fails on a connection that was kept is tried once more on a new one. */
    async function run<T>(script: () => T): Promise<T> {
      await new Promise<void>((resolve) => process.whenAwake(resolve));
      const isKept = isConnected;
      try {
        if (!isConnected) await open();
        isConnected = true;
        return await send(script);
      } catch (error) {
        isConnected = false;
        if (!isKept) throw error;
        return run(script);
      }
    }

    return {
      read: () => run(() => ({ token: tokenCell(), lock: lockCell(), nowMs: time.now() })),
      claim: (seen, name, { isDropped, isBroken }) =>
        run(() => {
          if (isMine(name)) return true;
          if (time.now() > seen.nowMs + COMMAND_TIMEOUT_MS || tokenCell().version !== seen.token.version) return false;
          if (isDropped) value = "";
          if (time.now() < lockedUntil && !(isBroken && lockCell().version === seen.lock.version)) return false;
          [lock, lockedUntil] = [name, time.now() + LOCK_MS];
          return true;
        }),
      renew: (name) =>
        run(() => {
          if (!isMine(name)) return false;
          lockedUntil = time.now() + LOCK_MS;
          return true;
        }),
      write: (name, written, expiresAtMs) =>
        run(() => {
          if (!isMine(name)) return false;
          [value, expiresAt, lockedUntil] = [written, expiresAtMs, 0];
          return true;
        }),
      fail: (name, failure, pauseMs) =>
        run(() => {
          if (!isMine(name)) return false;
          [lock, lockedUntil] = [failure, time.now() + pauseMs];
          return true;
        }),
    };
  }

  return { scripts, connects, connect };
}
