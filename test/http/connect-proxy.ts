import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy that opens tunnels, as companies have them between their network and the world. */
export interface ConnectProxy {
  /** With the user name and password that it wants. */
  readonly url: string;
  /** Authorities that it was asked for, in order: `api.acme.example:443`. */
  readonly asked: string[];
  /** Everything that it could read. */
  readonly heads: string[];
  /** What it answers instead of a tunnel. */
  refuses: number | undefined;
  /** It takes requests and says nothing. */
  hangs: boolean;
  close(): Promise<void>;
}

export const PASSWORD = 'c4nary:p@ss word';

/** @param portOf where the host that a tunnel is for listens on this machine; names are its matter */
export async function startConnectProxy(portOf: (host: string) => number | undefined): Promise<ConnectProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => {
    response.writeHead(405);
    response.end();
  });
  const proxy: ConnectProxy = {
    url: '',
    asked: [],
    heads: [],
    refuses: undefined,
    hangs: false,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    const authority = request.url ?? '';
    proxy.asked.push(authority);
    proxy.heads.push(JSON.stringify([request.method, request.url, request.rawHeaders]));
    if (proxy.hangs) return;
    const expected = `Basic ${Buffer.from(`bot:${PASSWORD}`).toString('base64')}`;
    const port = portOf(authority.replace(/:443$/, ''));
    const refused = request.headers['proxy-authorization'] === expected ? proxy.refuses : 407;
    if (refused !== undefined || port === undefined) {
      socket.end(`HTTP/1.1 ${refused ?? 502} No\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const target = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    sockets.add(target);
    target.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(proxy, { url: `http://bot:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}` });
}
