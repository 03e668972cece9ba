import { type AddressInfo, connect, createServer, type Server as TcpServer, type Socket } from 'node:net';
import { once } from 'node:events';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossipPb from '@eventstore/db-client/generated/gossip_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import featuresPb from '@eventstore/db-client/generated/serverfeatures_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { type sendUnaryData, Server, ServerCredentials, type ServerUnaryCall } from '@grpc/grpc-js';
import { append, batchAppend } from './double-appends.ts';
import { admit, type DoubleCore, type Seat } from './double-core.ts';
import { readPage, type ReadCall } from './double-reads.ts';
import { DoubleSubscription } from './double-subscription.ts';

const LARGEST_MESSAGE = 17_825_792;

type Unary = <Request, Answer>(
  place: 'features' | 'gossip',
  answer: () => Answer,
) => (call: ServerUnaryCall<Request, Answer>, callback: sendUnaryData<Answer>) => void;

const unary =
  (core: DoubleCore, seat: Seat): Unary =>
  (place, answer) =>
  (call, callback) => {
    const reply = async () => {
      const { goesOn } = await admit(core, place, { seat, metadata: call.metadata, fail: callback });
      if (goesOn) callback(null, answer());
    };
    void reply();
  };

const features = (core: DoubleCore) => () => {
  const methods = new featuresPb.SupportedMethods();
  methods.setEventStoreServerVersion('24.10.0');
  const names = ['Append', 'Read', ...(core.options.batchAppend === false ? [] : ['BatchAppend'])];
  for (const name of names) {
    const method = new featuresPb.SupportedMethod();
    method.setServiceName('event_store.client.streams.streams');
    method.setMethodName(name.toLowerCase());
    methods.addMethods(method);
  }
  return methods;
};

const gossip = (core: DoubleCore) => () => {
  const { FOLLOWER, LEADER } = gossipPb.MemberInfo.VNodeState;
  const info = new gossipPb.ClusterInfo();
  for (const seat of core.seats) {
    const endpoint = new gossipPb.EndPoint();
    endpoint.setAddress(core.host);
    endpoint.setPort(seat.port());
    const member = new gossipPb.MemberInfo();
    member.setState(seat.index === core.leader ? LEADER : FOLLOWER);
    member.setIsAlive(true);
    member.setHttpEndPoint(endpoint);
    info.addMembers(member);
  }
  return info;
};

const read = (core: DoubleCore, seat: Seat) => (call: ReadCall) => {
  const answer = async () => {
    const options = call.request.getOptions();
    if (options === undefined) return;
    const place = options.hasSubscription() ? 'subscribe' : 'read';
    const fail = (error: Error) => call.emit('error', error);
    const { goesOn, fault } = await admit(core, place, { seat, metadata: call.metadata, fail });
    if (!goesOn) return;
    if (place === 'subscribe') {
      const subscription = new DoubleSubscription(call, core.log, options);
      subscription.muted = core.muted;
      core.subscriptions.add(subscription);
      call.on('close', () => core.subscriptions.delete(subscription));
      call.on('cancelled', () => core.subscriptions.delete(subscription));
      return;
    }
    const answers = readPage(core.log, options, core.options.hidesPositions === true);
    const midway = fault?.kind === 'cut-midway';
    for (const one of midway ? answers.slice(0, 1) : answers) call.write(one);
    if (midway) setImmediate(seat.cut);
    else call.end();
  };
  call.on('error', () => undefined);
  void answer();
};

const credentialsOf = ({ options }: DoubleCore): ServerCredentials => {
  if (options.secured === undefined) return ServerCredentials.createInsecure();
  const pair = {
    private_key: Buffer.from(options.secured.key),
    cert_chain: Buffer.from(options.secured.certificate),
  };
  return ServerCredentials.createSsl(null, [pair]);
};

/**
 * One member: the services on a port of their own, and before them a plain TCP port, so that connections can be cut
 * as a network does it.
 */
export class Member implements Seat {
  readonly index: number;
  readonly #server = new Server({
    'grpc.max_receive_message_length': LARGEST_MESSAGE,
    'grpc.max_send_message_length': LARGEST_MESSAGE,
  });
  readonly #sockets = new Set<Socket>();
  readonly #credentials: ServerCredentials;
  readonly #door: TcpServer;

  constructor(core: DoubleCore, index: number) {
    this.index = index;
    const one = unary(core, this);
    this.#server.addService(streamsGrpc.StreamsService, {
      read: read(core, this),
      append: append(core, this),
      batchAppend: batchAppend(core, this),
    });
    this.#server.addService(featuresGrpc.ServerFeaturesService, {
      getSupportedMethods: one('features', features(core)),
    });
    this.#server.addService(gossipGrpc.GossipService, { read: one('gossip', gossip(core)) });
    this.#credentials = credentialsOf(core);
    this.#door = createServer();
  }

  readonly port = (): number => (this.#door.address() as AddressInfo | null)?.port ?? 0;

  readonly cut = (): void => {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  };

  get connections(): number {
    return this.#sockets.size / 2;
  }

  async open(port: number): Promise<void> {
    const inner = await new Promise<number>((resolve, reject) => {
      this.#server.bindAsync('127.0.0.1:0', this.#credentials, (error, bound) => {
        if (error) reject(error);
        else resolve(bound);
      });
    });
    this.#door.on('connection', (outside) => {
      const inside = connect(inner, '127.0.0.1');
      for (const socket of [outside, inside]) {
        this.#sockets.add(socket);
        socket.setNoDelay(true);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.#sockets.delete(socket);
          outside.destroy();
          inside.destroy();
        });
      }
      outside.pipe(inside).pipe(outside);
    });
    this.#door.listen(port, '127.0.0.1');
    await once(this.#door, 'listening');
  }
}
