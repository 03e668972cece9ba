import type { CaseCommandType } from '@duban/domain';
import type { Actor, JsonObject, JsonValue } from '@duban/kernel';
import type { Place } from '../../libs/domain/src/case/every-command.fixture.ts';
import { colleagueOf } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Entry, History } from './history.ts';

type Leaf = { readonly pointer: string; readonly value: string | number | boolean | null };

const leavesOf = (value: JsonValue, pointer = ''): readonly Leaf[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${pointer}/${key}`))
    : [{ pointer, value }];

const changed = ({ pointer, value }: Leaf, chance: Chance): Leaf['value'] => {
  if (pointer.endsWith('/verdict')) return value === 'not-done' ? 'verified' : 'not-done';
  if (typeof value === 'number') return value + chance.one([-1, 1, 10]);
  if (typeof value === 'boolean') return !value;
  if (value === null) return 'x';
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return chance.one(['2026-01-02', '2026-02-11', '2031-01-01']);
  return chance.one(['verified', 'not-done', 'dissatisfied', 'satisfied', `${value}.`, 'as meant']);
};

type Corrected = { readonly by: Actor; readonly data: JsonObject };

type Found = { readonly event: Entry['event']; readonly leaf: Leaf };

/** The finding that some conclusion rests on. */
const findingConcludedOn = (entries: History, chance: Chance): Found | null => {
  const concluded = chance.any(entries.filter(({ event }) => event.type === 'EvaluationConcluded'))?.event;
  if (concluded?.type !== 'EvaluationConcluded') return null;
  const { inputs, itemId } = concluded.data;
  const found = entries.find(({ event }) => event.type === 'InspectionRecorded' && inputs.includes(event.id));
  if (found?.event.type !== 'InspectionRecorded') return null;
  const at = found.event.data.findings.findIndex((finding) => finding.itemId === itemId);
  const value = found.event.data.findings[at]?.verdict ?? null;
  return { event: found.event, leaf: { pointer: `/findings/${String(at)}/verdict`, value } };
};

const anyValueSaid = (entries: History, chance: Chance): Found | null => {
  const event = chance.any(entries)?.event;
  if (event === undefined) return null;
  const { data, paper } = event;
  const leaves = leavesOf(data as object as JsonObject);
  const leaf = chance.any([...leaves, ...(paper === undefined ? [] : leavesOf(paper, '/paper'))]);
  return leaf === undefined ? null : { event, leaf };
};

/** What was counted at a vote, and is corrected against the signed sheet only. */
const countOfVote = (entries: History, chance: Chance): Found | null => {
  const event = chance.any(entries.filter(({ event: { type } }) => type === 'VoteRecorded'))?.event;
  return event?.type === 'VoteRecorded'
    ? { event, leaf: { pointer: '/counts/satisfied', value: event.data.counts.satisfied } }
    : null;
};

/** Another change of what somebody waits to have corrected. */
const asWaits = ({ state }: Place, chance: Chance): Corrected | null => {
  const waiting =
    state.status === 'unopened' ? undefined : state.proposals.findLast(({ status }) => status === 'waiting');
  if (waiting === undefined || !chance.inHundred(40)) return null;
  const changes = [{ field: '/text', old: 'a', new: 'b' }];
  const { targetEventId } = waiting.data;
  return { by: waiting.by, data: { targetEventId, changes, reason: 'slip', decision: null } };
};

/**
 * Any value of any fact of the history, said otherwise by whoever stated it or by somebody beside them; null: this step corrects
 * nothing, or nothing was said yet.
 */
export const anyCorrection = (
  type: CaseCommandType,
  place: Place,
  entries: History,
  chance: Chance,
): Corrected | null => {
  if (type !== 'CorrectEvent' && type !== 'ProposeCorrection') return null;
  const again = type === 'ProposeCorrection' ? asWaits(place, chance) : null;
  if (again !== null) return again;
  const found =
    (chance.inHundred(5) ? countOfVote(entries, chance) : null) ??
    (chance.inHundred(50) ? findingConcludedOn(entries, chance) : null) ??
    anyValueSaid(entries, chance);
  if (found === null) return null;
  const { event, leaf } = found;
  const change = { field: leaf.pointer, old: leaf.value, new: changed(leaf, chance) };
  const said = { targetEventId: event.id, reason: 'slip' };
  const decidedOn = chance.inHundred(10) ? '2031-01-01' : place.on;
  const decision = { body: 'npcsc-council', documentNo: 'N9', decidedOn };
  const by = chance.inHundred(70) ? event.actor : colleagueOf(event.actor);
  return type === 'CorrectEvent'
    ? { by, data: { ...said, ...change, approver: 'person:zhao' } }
    : { by, data: { ...said, changes: [change], decision: chance.inHundred(50) ? decision : null } };
};
