import { correctingEvents, stepEvents, type CaseEventType, type Visibility } from '@duban/domain';
import type { Basis, DecisionOfBody, JsonObject, JsonValue } from '@duban/kernel';
import { eventTextsSeenBy, unreadIn, type Audience } from '../sight/readers.ts';
import { isTextAt, untold } from '../sight/text-tree.ts';
import { defaultVisibility } from './visibility.ts';

/** `number`: that there is such a paper, by number and day. */
export type Sight = 'whole' | 'number' | 'hidden';

type Told = { readonly type: string; readonly data: JsonObject };

const CLASSES = new Map<string, Visibility>(Object.entries(defaultVisibility));

/** Of a correction: that of the event that it corrects, whose words it repeats. */
export const classOf = ({ type, data }: Told): Visibility => {
  const target = correctingEvents.includes(type) ? data['targetType'] : null;
  const corrected = typeof target === 'string' ? CLASSES.get(target) : undefined;
  return corrected === 'office' ? 'office' : (CLASSES.get(type) ?? 'office');
};

/** Types of papers of cases that only the office sees. */
export const officePapers: readonly string[] = [...stepEvents].flatMap(([type, { seenBy }]) =>
  seenBy === 'office' ? [type] : [],
);

/** The one place where the class of an event meets who looks at it. */
export const sightOf = (event: Told, audience: Audience): Sight => {
  const seen = classOf(event);
  if (audience === 'office' || seen === 'public' || seen === 'parties') return 'whole';
  if (audience !== 'audit') return 'hidden';
  return seen === 'auditors' ? 'whole' : 'number';
};

const byNumber = ({ type, data }: Told): JsonObject => {
  const hidden = stepEvents.get(type as CaseEventType)?.untold ?? Object.keys(data);
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, hidden.includes(name) ? untold(value) : value]),
  );
};

/** Minutes are the office's papers, also where they are what an act rests on. */
export const basisSeenBy = (basis: Basis, audience: Audience): Basis => {
  if (basis.meeting === undefined || audience === 'office' || audience === 'audit') return basis;
  const { meeting: _meeting, ...rest } = basis;
  return rest;
};

/** Of a decision others learn body, form, day and number. */
export const decisionSeenBy = (decision: DecisionOfBody, audience: Audience): DecisionOfBody => {
  if (audience === 'office' || audience === 'audit') return decision;
  const { meeting: _meeting, revision: _revision, ...rest } = decision;
  return decision.meeting === undefined && decision.revision === undefined ? decision : rest;
};

type Event = Told & { readonly metadata: { readonly basis: Basis; readonly decision?: DecisionOfBody } };

const metadataSeenBy = <Metadata extends Event['metadata']>(
  metadata: Metadata,
  audience: Audience,
): Metadata => {
  const basis = basisSeenBy(metadata.basis, audience);
  const decision = metadata.decision && decisionSeenBy(metadata.decision, audience);
  if (basis === metadata.basis && decision === metadata.decision) return metadata;
  return { ...metadata, basis, ...(decision === undefined ? {} : { decision }) };
};

/** The steps of a JSON Pointer (RFC 6901); none where it is not one. */
const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** What a correction repeats is read by whoever reads what it corrects; a date or a count is skeleton there as well. */
const changeSeen = (
  targetType: JsonValue | undefined,
  change: JsonObject,
  audience: Audience,
): JsonObject => {
  const { field, old = null, new: value = null } = change;
  const steps = typeof field === 'string' ? stepsOf(field) : [];
  const isText =
    typeof targetType !== 'string' || steps.length === 0 || isTextAt(unreadIn(targetType, audience), steps);
  return isText && audience !== 'office' ? { ...change, old: untold(old), new: untold(value) } : change;
};

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One person corrects one value; two persons correct several of one fact. */
const correctionSeen = (data: JsonObject, audience: Audience): JsonObject => {
  const { targetType, changes } = data;
  if (!Array.isArray(changes)) return changeSeen(targetType, data, audience);
  const seen = (changes as readonly JsonValue[]).map((change) =>
    isObject(change) ? changeSeen(targetType, change, audience) : change,
  );
  return seen.every((change, index) => change === (changes as readonly JsonValue[])[index])
    ? data
    : { ...data, changes: seen };
};

/** The data of an event of which something may be seen, without the texts that are not for this audience. */
const dataSeen = ({ type, data }: Told, audience: Audience): JsonObject => {
  const seen = eventTextsSeenBy(type, data, audience);
  return correctingEvents.includes(type) ? correctionSeen(seen, audience) : seen;
};

/** The event as somebody of this audience may have it, the same object where nothing is kept back; null: not at all. */
export const eventSeenBy = <Seen extends Event>(event: Seen, audience: Audience): Seen | null => {
  const sight = sightOf(event, audience);
  if (sight === 'hidden') return null;
  const metadata = metadataSeenBy(event.metadata, audience);
  const data = sight === 'whole' ? dataSeen(event, audience) : byNumber(event);
  if (data === event.data && metadata === event.metadata) return event;
  return { ...event, data, metadata };
};
