import { DECISION_FORMS, type JsonObject } from '@duban/kernel';
import type { CloudEvent } from '../translate/cloud-event.ts';

const text = (description: string, more: JsonObject = {}): JsonObject => ({
  type: 'string',
  description,
  minLength: 1,
  ...more,
});

/** Total: an attribute that nobody described does not compile. */
const attributes: Readonly<Record<keyof CloudEvent, JsonObject>> = {
  specversion: text('Version of CloudEvents.', { const: '1.0' }),
  id: text(
    '事件编号 / event id. The same however often the event is delivered; drop copies by `source` and `id`.',
    {
      format: 'uuid',
    },
  ),
  source: text('The stream, such as `/duban/<tenant>/cases/<case id>`. Order holds within it.'),
  type: text('事件类型 / event type and version, such as `duban.case.item-assigned.v1`.'),
  subject: text(
    'The id of the stream, such as the case id; `<case id>/<item id>` where the event concerns one item.',
  ),
  time: text('发生时间 / when it happened in law, with its offset. Never use it for order.', {
    format: 'date-time',
  }),
  recordedtime: text('记录时间 / when the log learnt of it, in UTC.', { format: 'date-time' }),
  datacontenttype: text('Form of `data`.', { const: 'application/json' }),
  dataschema: text('Path of the JSON Schema of `data` on a running Duban.'),
  partitionkey: text('The id of the stream, such as the case id; the Kafka key as well.'),
  sequence: text(
    '修订号 / revision within `source`, 20 digits. Grows; has holes where an event is private.',
    {
      pattern: String.raw`^\d{20}$`,
    },
  ),
  position: text('Place in the whole log: opaque. Resume from it over server-sent events.'),
  correlationid: text('What belongs to one request has the same.'),
  causationid: text('The command or event that led to this one.'),
  traceparent: text('W3C trace context, where the request had one.'),
  decidedat: text('决定时间 / when the decision was taken, in UTC. Absent in events of before that rule.', {
    format: 'date-time',
  }),
  decisionbody: text('作出决定的机构 / id of the body whose decision the act rests on.'),
  decisionform: text('决定形式 / how it was decided.', { enum: [...DECISION_FORMS] }),
  decisiondate: text('决定日期 / the day of the decision.', { format: 'date' }),
  mandateid: text('授权 / the mandate under which somebody acted.'),
  receivedon: text('收文日期 / the day on which the transcribed paper came in.', { format: 'date' }),
  releasedby: text(
    '解除限制的事件 / id of the event that lifted a restriction: the message was held back until then, and `source` ends in `/released`.',
    { format: 'uuid' },
  ),
  data: { type: 'object', description: '内容 / what happened; its schema follows from `type`.' },
};

const MAY_BE_ABSENT: readonly string[] = [
  'traceparent',
  'decidedat',
  'decisionbody',
  'decisionform',
  'decisiondate',
  'mandateid',
  'receivedon',
  'releasedby',
] satisfies readonly (keyof CloudEvent)[];

/** The CloudEvents envelope. Open: consumers pass over attributes that they do not know, as CloudEvents asks. */
export const envelopeSchema: JsonObject = {
  type: 'object',
  title: 'CloudEvent',
  description:
    'CloudEvents 1.0.2, structured JSON. Attributes that are not listed may come and are to be ignored.',
  required: Object.keys(attributes).filter((name) => !MAY_BE_ABSENT.includes(name)),
  properties: attributes,
};
