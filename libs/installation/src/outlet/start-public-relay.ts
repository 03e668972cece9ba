import type { Config } from '@duban/config';
import {
  openKafkaOutlet,
  publicLayout,
  startRelay,
  type PositionStore,
  type RelayState,
  type Turn,
} from '@duban/messaging';
import { withholdPersonalText } from '@duban/privacy';
import type { OpenLog } from '../log/open-log.ts';
import { kafkaSettingsOf } from './kafka-settings-of.ts';
import { KAFKA_OUTLET } from './kafka-outlet.ts';
import { obeyPauses } from './obey-pauses.ts';

/** Small enough for the thread that answers requests to do between two of them. */
const PAGE = 200;

export type PublicRelayParts = {
  readonly log: Pick<OpenLog, 'raw' | 'stopped'>;
  readonly positions: PositionStore;
  /** Absent: no other process could send. */
  readonly turn?: Turn;
  /** Every new fault once; what Kafka's client warns of as well. */
  readonly onFault: (fault: unknown) => void;
};

export type PublicRelay = {
  readonly state: () => RelayState;
  /** Finishes what is on its way and writes the place down. */
  readonly stop: () => Promise<void>;
};

/** A fault that stays is told once, not at every try. */
const once = (tell: (fault: unknown) => void) => {
  let told = '';
  return (fault: unknown): void => {
    const text = fault instanceof Error ? fault.message : String(fault);
    if (text === told) return;
    told = text;
    tell(fault);
  };
};

/**
 * Sends what is public to Kafka, without the personal texts (ADR 5), from where it was on.
 * @throws CodedError `config.invalid`; a broker that is away only delays
 */
export const startPublicRelay = async (
  config: Config,
  { log: { raw, stopped }, positions, turn, onFault }: PublicRelayParts,
): Promise<PublicRelay> => {
  const outlet = openKafkaOutlet({
    kafka: kafkaSettingsOf(config, `duban-${config.tenant}`),
    layout: publicLayout(config.kafka.topicReplicas),
  });
  const tell = once(onFault);
  const relay = startRelay({
    ...{ name: KAFKA_OUTLET, tenant: config.tenant, pageSize: PAGE, outlet, positions },
    reader: withholdPersonalText(raw),
    onFault: tell,
    // Until the log has been asked.
    startsPaused: true,
    ...(turn === undefined ? {} : { turn }),
  });
  const pauses = obeyPauses(raw, KAFKA_OUTLET, relay, () => stopped() !== null);
  return {
    state: relay.state,
    stop: async () => {
      await pauses.stop();
      await relay.stop();
      await outlet.close();
      await positions.close().catch(tell);
    },
  };
};
