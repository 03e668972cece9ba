import type { JsonObject } from '@duban/kernel';

/** CloudEvents 1.0.2 with Duban's extensions, structured JSON (contracts.md section 3). */
export type CloudEvent = {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  /** When it happened in law; `recordedtime` is when the log learnt of it. */
  readonly time: string;
  readonly recordedtime: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly partitionkey: string;
  /** The stream revision, zero-padded: order is by it, never by time. */
  readonly sequence: string;
  readonly position: string;
  readonly correlationid: string;
  readonly causationid: string;
  readonly traceparent?: string;
  /** When the decision was taken; absent in events of before that rule. */
  readonly decidedat?: string;
  readonly decisionbody?: string;
  readonly decisionform?: string;
  readonly decisiondate?: string;
  readonly mandateid?: string;
  /** The day on which a paper came in that was transcribed. */
  readonly receivedon?: string;
  /** The id of the event that lifted the restriction: this is what was held back until then. */
  readonly releasedby?: string;
  readonly data: JsonObject;
};

export const TOPICS = {
  case: 'duban.case-events.v1',
  survey: 'duban.survey-results.v1',
  checkpoints: 'duban.checkpoints.v1',
} as const;

export type Topic = (typeof TOPICS)[keyof typeof TOPICS];

/** What kind of stream a topic carries. */
export const CATEGORIES = {
  [TOPICS.case]: { category: 'case', plural: 'cases' },
  [TOPICS.survey]: { category: 'survey', plural: 'surveys' },
  [TOPICS.checkpoints]: { category: 'checkpoint', plural: 'checkpoints' },
} as const satisfies Readonly<Record<Topic, object>>;

/** Where a message goes, and what it says. */
export type PublicMessage = { readonly topic: Topic; readonly event: CloudEvent };
