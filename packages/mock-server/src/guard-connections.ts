import { channel } from "node:diagnostics_channel";
import type { Socket } from "node:net";

/**
 * Breaks, from now on, connections of `fetch` to an origin that were open before, as soon as a request goes over one: MSW 3
 * intercepts connections when they are opened, so that request would silently reach the real server.
 *
 * @returns what ends it.
 */
export function guardConnections(origin: string): () => void {
  const intercepted = new WeakSet<Socket>();
  const opened = channel("undici:client:connected");
  const sent = channel("undici:client:sendHeaders");
  const onOpened = (message: unknown) => void intercepted.add((message as { socket: Socket }).socket);
  const onSent = (message: unknown) => {
    const { socket, request } = message as { socket: Socket; request: { origin?: string | URL } };
    if (String(request.origin) !== origin || intercepted.has(socket)) return;
    socket.destroy(
      new Error(`The connection to ${origin} was open before listen(), so MSW cannot intercept it. ${WHAT_TO_DO}`),
    );
  };
  opened.subscribe(onOpened);
  sent.subscribe(onSent);
  return () => {
    opened.unsubscribe(onOpened);
    sent.unsubscribe(onSent);
  };
}

const WHAT_TO_DO = "Call listen() before the first request goes there, or give the mock a baseUrl of its own.";
