import type { Stalls } from "./conditions.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** A process, which now and then stands still: what happens to it then, it sees afterwards. */
export interface SimulatedProcess {
  isAlive: boolean;
  /** Does this once the process runs, if it is alive then. */
  whenAwake(work: () => void): void;
  /** Likewise, after this time, and after all else that has come by then, as timers do. */
  after(ms: number, work: () => void): { cancel(): void };
  sleep(ms: number): Promise<void>;
}

export function createSimulatedProcess(time: VirtualTime, stalls: Stalls, random: () => number): SimulatedProcess {
  let stalledUntil = 0;

  const process: SimulatedProcess = {
    isAlive: true,
    whenAwake(work) {
      if (!process.isAlive) return;
      if (time.now() >= stalledUntil) work();
      else time.after(stalledUntil - time.now(), () => process.whenAwake(work));
    },
    after(ms, work) {
      let isOff = false;
      time.after(ms, () => {
        if (isOff) return;
        process.whenAwake(() => time.after(0, () => void (isOff || work())));
      });
      return {
        cancel() {
          isOff = true;
        },
      };
    },
    sleep: (ms) => new Promise((resolve) => void process.after(ms, resolve)),
  };

  function stallLater(): void {
    time.after(-stalls.everyMs(time.now()) * Math.log(1 - random()), () => {
      if (!process.isAlive) return;
      stalledUntil = Math.max(stalledUntil, time.now() + stalls.sampleMs(time.now(), random));
      stallLater();
    });
  }
  stallLater();
  return process;
}
