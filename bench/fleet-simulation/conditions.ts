/** A log-normal distribution. */
export interface Spread {
  readonly medianMs: number;
  readonly spread: number;
}

/** When processes stand still, and for how long. */
export interface Stalls {
  /** Between two of one process, on average, at this time after the start. */
  everyMs(atMs: number): number;
  sampleMs(atMs: number, random: () => number): number;
}

/** What a fleet lives in. */
export interface Conditions {
  readonly redisTrip: Spread;
  readonly tokenRequest: Spread;
  readonly tokenFailures: number;
  /** Share of commands that never arrive. */
  readonly commandsLost: number;
  /** Share of connections whose first packet is lost, so that they take {@link LOST_PACKET_MS} more. */
  readonly connectsSlow: number;
  /** Share of token requests whose sender is killed before the answer, and replaced by a new process. */
  readonly holdersKilled: number;
  /** Clocks are off by up to this much, and are set right, or wrong, this often on average. */
  readonly clockErrorMs: number;
  readonly clockSetEveryMs: number;
  /** Between the calls of one process, on average. */
  readonly callSpacingMs: number;
  readonly stalls: Stalls;
  /** Processes start in this time, one after the other. */
  readonly startsInMs: number;
  readonly isTls: boolean;
}

/** RFC 6298, section 2: the first retransmission comes after a second. */
export const LOST_PACKET_MS = 1_000;

/** Of one Redis's processor and memory, as `fleet-real/connects.ts` measured on Redis 7.0 and two cores. */
export const REDIS_COSTS = {
  scriptMs: 0.011,
  connectMs: 0.024,
  connectTlsMs: 0.74,
  connectionKb: 9.8,
  connectionTlsKb: 32,
};

/**
 * Assumed, as a data centre's. A process stands still once in five minutes for some 100 ms, as one does that has used up its
 * share of a processor in Linux: `cpu.max` counts it for each 100 ms.
 */
export const DATA_CENTRE: Conditions = {
  redisTrip: { medianMs: 0.5, spread: 0.8 },
  tokenRequest: { medianMs: 150, spread: 0.7 },
  tokenFailures: 0.01,
  commandsLost: 0.0001,
  connectsSlow: 0.001,
  holdersKilled: 0.05,
  clockErrorMs: 5_000,
  clockSetEveryMs: 3_600_000,
  callSpacingMs: 1_000,
  stalls: { everyMs: () => 300_000, sampleMs: (_atMs, random) => -100 * Math.log(1 - random()) },
  startsInMs: 0,
  isTls: false,
};
