import type { Config } from '@duban/config';
import {
  openKafkaOutlet,
  publicLayout,
  startRelay,
  type PositionStore,
  type RelayedLog,
  type RelayState,
} from '@duban/messaging';
import { CodedError, type Position } from '@duban/kernel';
import { withholdPersonalText } from '@duban/privacy';
import { kafkaSettingsOf } from './kafka-settings-of.ts';
import { KAFKA_OUTLET } from './kafka-outlet.ts';

const SUFFIX = /^\.[a-z0-9][a-z0-9.-]{0,39}$/;
const PAGE = 1_000;

export type RepublishParts = {
  /** As it is stored: texts are withheld from there (ADR 5). */
  readonly raw: RelayedLog;
  readonly positions: PositionStore;
  /** What the names of the topics end in; a run that was cut off goes on under the same one. */
  readonly suffix: string;
  readonly start: Position;
  readonly until: Position;
  readonly onFault: (fault: unknown) => void;
};

export type Republishing = {
  readonly topics: readonly string[];
  readonly state: () => RelayState;
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * Sends the public events of a part of the log once more, into topics of their own; the public topics and the place of
 * their relay stay as they are.
 * @throws CodedError `republish.suffix`, `config.invalid`
 */
export const republish = (config: Config, parts: RepublishParts): Republishing => {
  const { raw, positions, suffix, start, until, onFault } = parts;
  if (!SUFFIX.test(suffix)) throw new CodedError('republish.suffix', suffix);
  const layout = publicLayout(config.kafka.topicReplicas);
  const topics = layout.topics.map((topic) => `${topic}${suffix}`);
  const kafka = kafkaSettingsOf(config, `duban-${config.tenant}`);
  const outlet = openKafkaOutlet({ kafka, layout: { ...layout, topics } });
  const relay = startRelay({
    ...{ name: `${KAFKA_OUTLET}${suffix}`, tenant: config.tenant, pageSize: PAGE, outlet, positions },
    ...{ start, until, onFault },
    reader: withholdPersonalText(raw),
    topicOf: (topic) => `${topic}${suffix}`,
  });
  const close = async (): Promise<void> => {
    await relay.stop();
    await outlet.close();
  };
  return { topics, state: relay.state, ended: relay.ended.finally(close), stop: close };
};
