import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { otherHosts, sellerHosts, startPageUrl } from '../../replica/urls';

// The browser asks for its own clock, components and accounts whatever the flags say, and it opens tunnels to a
// seller host ahead of a navigation the desk then answers; neither is anyone's message.
const vendorHost = /(^|\.)(google|googleapis|gstatic|gvt1|microsoft|msn|bing)\.com$/;
const deskHosts = new Set([...sellerHosts, ...otherHosts, new URL(startPageUrl).hostname]);

function isBrowsersOwn(asked: string): boolean {
  const host = asked.includes('://') ? new URL(asked).hostname : asked.replace(/:\d+$/, '');
  return vendorHost.test(host) || deskHosts.has(host);
}

/** A proxy that leads nowhere and remembers who asked. */
export interface DeadEnd {
  readonly port: number;
  /** `host:port` of tunnels, full addresses of plain requests, without the browser's own; grows while it is open. */
  readonly asked: string[];
  close(): void;
}

/**
 * Opens the fence behind the fence: interception can miss a worker that ran before it began, a proxy cannot.
 *
 * Every request that was not answered by the desk ends here and is refused.
 */
export async function openDeadEnd(): Promise<DeadEnd> {
  const asked: string[] = [];
  const remember = (address: string | undefined): void => {
    if (address && !isBrowsersOwn(address)) asked.push(address);
  };
  const server = createServer((request, response) => {
    remember(request.url);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    remember(request.url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  // A browser that is closed in the middle of a request resets its sockets; nothing is lost.
  server.on('clientError', (_problem, socket) => socket.destroy());
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
