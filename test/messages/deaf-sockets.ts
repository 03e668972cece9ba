import { connect } from 'node:net';
import type { ISocketFactory } from 'kafkajs';

/** Connections that can be made deaf: what is sent arrives, and the answer is lost with the connection. */
export const deafSockets = (): { readonly factory: ISocketFactory; isDeaf: boolean } => {
  const line = {
    isDeaf: false,
    factory: (({ host, port, onConnect }) => {
      const socket = connect(port, host, onConnect);
      const emit = socket.emit.bind(socket) as (name: string, ...rest: unknown[]) => boolean;
      socket.emit = (name: string, ...rest: unknown[]): boolean => {
        if (name !== 'data' || !line.isDeaf) return emit(name, ...rest);
        socket.destroy();
        return true;
      };
      return socket;
    }) satisfies ISocketFactory,
  };
  return line;
};
