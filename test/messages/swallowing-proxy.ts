import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { ISocketFactory } from 'kafkajs';

export type SwallowingProxy = {
  /** Connections of a client through this proxy, to the address that it asks for. */
  readonly factory: ISocketFactory;
  /** While true, a request still reaches the broker; its answer is thrown away and the connection cut. */
  isSwallowing: boolean;
  /** Answers of the broker that were thrown away. */
  readonly swallowed: () => number;
  readonly close: () => Promise<void>;
};

type Target = { readonly host: string; readonly port: number };

/** A TCP proxy between a client and its brokers that can lose answers. */
export const startSwallowingProxy = async (): Promise<SwallowingProxy> => {
  const sockets = new Set<Socket>();
  /** Where the client of each connection wanted to go, by the port that it comes from. */
  const targets = new Map<number, Target>();
  let swallowed = 0;
  const kept = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const join = (client: Socket, { host, port }: Target): void => {
    const upstream = kept(connect(port, host));
    client.pipe(upstream);
    upstream.on('data', (bytes) => {
      if (!proxy.isSwallowing) {
        client.write(bytes);
        return;
      }
      swallowed += 1;
      client.destroy();
      upstream.destroy();
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  };
  const server = createServer((client) => {
    // A client speaks once it is connected, and by then it has said where to.
    kept(client).once('readable', () => {
      const target = targets.get(client.remotePort ?? 0);
      if (target === undefined) client.destroy();
      else join(client, target);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port: own } = server.address() as AddressInfo;
  const proxy: SwallowingProxy = {
    factory: ({ host, port, onConnect }) => {
      const socket = connect(own, '127.0.0.1', () => {
        targets.set(socket.localPort ?? 0, { host, port });
        onConnect();
      });
      return socket;
    },
    isSwallowing: false,
    swallowed: () => swallowed,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
  return proxy;
};
