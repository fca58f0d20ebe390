interface Appointment {
  readonly at: number;
  readonly order: number;
  work: (() => void) | undefined;
}

/** Time that passes as fast as the work done in it: appointments are kept in order, with all promises settled between. */
export interface VirtualTime {
  /** Milliseconds since the start. */
  now(): number;
  after(ms: number, work: () => void): Appointment;
  sleep(ms: number): Promise<void>;
  /** Runs until this moment. */
  runUntil(ms: number): Promise<void>;
  /** Puts this time in place of the platform's timers, which the production code uses for deadlines. */
  install(): void;
}

export function createVirtualTime(): VirtualTime {
  const { setImmediate } = globalThis;
  /** A binary heap: the next appointment is the first. */
  const heap: Appointment[] = [];
  let time = 0;
  let orders = 0;

  const isBefore = (a: Appointment, b: Appointment) => a.at < b.at || (a.at === b.at && a.order < b.order);

  function after(ms: number, work: () => void): Appointment {
    const made: Appointment = { at: time + Math.max(0, ms), order: orders++, work };
    let index = heap.push(made) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (!above || isBefore(above, made)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = made;
    return made;
  }

  function takeNext(): Appointment | undefined {
    const [next] = heap;
    const last = heap.pop();
    if (!next || !last || heap.length === 0) return next;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (!left) break;
      if (right && isBefore(right, left)) child++;
      const least = heap[child] ?? left;
      if (isBefore(last, least)) break;
      heap[index] = least;
      index = child;
    }
    heap[index] = last;
    return next;
  }

  const handleOf = (current: { made: Appointment }) => ({
    current,
    ref() {},
    unref() {},
  });

  return {
    now: () => time,
    after,
    sleep: (ms) => new Promise((resolve) => void after(ms, resolve)),
    async runUntil(ms) {
      const settle = () => new Promise((resolve) => setImmediate(resolve));
      await settle();
      while (heap[0] && heap[0].at <= ms) {
        const next = takeNext();
        if (!next?.work) continue;
        time = next.at;
        next.work();
        await settle();
      }
      time = ms;
    },
    install() {
      const clear = (handle?: ReturnType<typeof handleOf>) => {
        if (handle) handle.current.made.work = undefined;
      };
      Object.assign(globalThis, {
        setTimeout: (work: () => void, ms: number) => handleOf({ made: after(ms, work) }),
        setInterval(work: () => void, ms: number) {
          const again = () => {
            current.made = after(ms, again);
            work();
          };
          const current = { made: after(ms, again) };
          return handleOf(current);
        },
        clearTimeout: clear,
        clearInterval: clear,
      });
    },
  };
}
