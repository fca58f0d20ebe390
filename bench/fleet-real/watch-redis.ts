import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { RedisServer } from "../../packages/token-store-redis/test/launch-redis.ts";

/** What a Redis has done so far. */
export interface RedisCounts {
  readonly scripts: number;
  /** Connections that were made, beside the one that asks. */
  readonly connects: number;
  /** Its memory, of whatever kind, by the kernel's count. */
  readonly memoryMb: number;
}

const PAGE_BYTES = 4_096;

/** Asks over a connection of its own. @param ca Of a Redis that speaks TLS, in PEM */
export function watchRedis({ port, pid, url }: RedisServer, ca: string) {
  const socket: Socket = url.startsWith("rediss:")
    ? connectTls({ port, host: "127.0.0.1", ca })
    : connect(port, "127.0.0.1");
  return {
    async look(): Promise<RedisCounts> {
      socket.write("INFO all\r\n");
      let info = "";
      for await (const part of socket.iterator({ destroyOnReturn: false })) {
        info += String(part);
        const [head = "", size = ""] = /^\$(\d+)\r\n/.exec(info) ?? [];
        if (size && info.length >= head.length + Number(size) + 2) break;
      }
      const count = (name: RegExp) => Number(name.exec(info)?.[1] ?? 0);
      const [, pages = ""] = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ");
      return {
        scripts: count(/cmdstat_eval:calls=(\d+)/),
        connects: count(/total_connections_received:(\d+)/) - 1,
        memoryMb: (Number(pages) * PAGE_BYTES) / 1e6,
      };
    },
    close: () => void socket.destroy(),
  };
}
