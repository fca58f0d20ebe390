import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface SwallowingProxy {
  readonly port: number;
  /** From now on, the connections that exist carry nothing, and nobody is told: as a NAT does with idle ones. */
  swallow(): void;
  stop(): void;
}

/** Stands before a port on loopback. New connections are always served. */
export async function startSwallowingProxy(target: number): Promise<SwallowingProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
    }
    near.pipe(far);
    far.pipe(near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  return {
    port: address.port,
    swallow() {
      for (const socket of sockets) socket.unpipe().resume();
    },
    stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
