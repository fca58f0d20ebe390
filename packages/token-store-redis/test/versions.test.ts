import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { setUpFleet } from "./set-up-fleet.ts";
import { startProcess } from "./start-process.ts";
import { redisServer } from "./start-redis.ts";

const EACH = 5;
const LIFETIME_MS = 2_000;
const DURATION_MS = 8_000;

test.skipIf(!redisServer)(
  "two releases that store otherwise live side by side on one Redis, with one token each, and disturb each other in nothing",
  async () => {
    const { redis, gateway, admin } = await setUpFleet();
    gateway.lifetimeMs = LIFETIME_MS;
    const asked: number[] = [];
    gateway.onTokenRequest = (_ordinal, pid) => void asked.push(pid);
    const order = { baseUrl: gateway.baseUrl, redisUrl: redis.url, username: "fleet", spacingMs: 200 };
    const other = ["--import", new URL("other-version.ts", import.meta.url).href];
    const releases = await Promise.all(
      [[], other].map((flags) => Promise.all(Array.from({ length: EACH }, () => startProcess(order, flags)))),
    );
    onTestFinished(() => {
      for (const { child } of releases.flat()) child.kill("SIGKILL");
    });
    await sleep(DURATION_MS);
    await vi.waitFor(
      async () => {
        const keys = (await admin.keys("*}")).map((key) => key.replace(/\{.*\}/, ""));
        expect(keys.toSorted()).toEqual(["m800:token:2:", "m800:token:99:"]);
      },
      { timeout: 10_000 },
    );

    for (const release of releases) {
      const pids = release.map(({ child }) => child.pid);
      const reports = await Promise.all(release.map(({ end }) => end()));
      const events = reports.flatMap((report) => report.events);
      expect(reports.flatMap(({ failures }) => failures)).toEqual([]);
      expect(events).not.toContain("value-unreadable");
      // Each time that its token is over, but for processes so starved that Redis's answer took them a second.
      const expired = gateway.ledger.filter(
        ({ issuedAt, ordinal }) => pids.includes(asked[ordinal - 1]) && Date.now() - issuedAt >= LIFETIME_MS,
      ).length;
      const requests = asked.filter((pid) => pids.includes(pid)).length;
      const troubles = events.filter((event) => event !== "sharing-resumed").length;
      expect(requests).toBeGreaterThan(2);
      expect(requests).toBeLessThanOrEqual(expired + 2 + troubles);
    }
    expect(gateway.foreign).toEqual([]);
  },
  60_000,
);
