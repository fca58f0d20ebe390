/** The mock API's own time, which tests can advance. */
export interface MockClock {
  /** Milliseconds since the epoch: the real time plus all that was advanced. */
  now(): number;
  /** Lets time pass at once; tokens expire by it. Only forwards, like time. */
  advance(seconds: number): void;
}

export function createClock(): MockClock & { reset(): void } {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    advance(seconds) {
      if (!(seconds >= 0)) throw new RangeError(`clock.advance takes a number of seconds from 0 up, not ${seconds}.`);
      offset += seconds * 1000;
    },
    reset() {
      offset = 0;
    },
  };
}
