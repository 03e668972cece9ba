import { expect, it } from '@jest/globals';
import type { CaseEventType } from '../case.events.ts';
import { rulesOf } from '../step-tables.ts';
import { fieldCorrection } from './field-correction.ts';

it('is said of each field in its schema: by one person, by two, or never', () => {
  const vote = rulesOf('VoteRecorded');
  expect(fieldCorrection(vote, '/counts/satisfied')).toBe('material');
  expect(fieldCorrection(vote, '/ballotMode')).toBe('never');
  expect(fieldCorrection(rulesOf('CaseOpened'), '/source/title')).toBe('clerical');
  expect(fieldCorrection(rulesOf('InspectionRecorded'), '/findings/12/note')).toBe('clerical');
});

it('holds for everything inside what is never corrected', () => {
  expect(fieldCorrection(rulesOf('ItemClosed'), '/lookBackDue/date')).toBe('never');
  expect(fieldCorrection(rulesOf('ReplySent'), '/commitments/0/text')).toBe('never');
});

it.each(['', 'topic', '/topics', '/source/title/0', '/addressee/x'])(
  'has nothing to correct at “%s”, which is no place of the event',
  (pointer) => {
    expect(fieldCorrection(rulesOf('CaseOpened'), pointer)).toBe('never');
  },
);

type Node = {
  readonly title?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
};

type Place = { readonly pointer: string; readonly name: string; readonly node: Node };

const placesIn = ({ pointer, name, node }: Place): readonly Place[] => [
  ...(pointer === '' ? [] : [{ pointer, name, node }]),
  ...Object.entries(node.properties ?? {}).flatMap(([inner, each]) =>
    placesIn({ pointer: `${pointer}/${inner}`, name: inner, node: each }),
  ),
  ...(node.items === undefined ? [] : placesIn({ pointer: `${pointer}/0`, name, node: node.items })),
  ...(node.anyOf ?? []).flatMap((each) => placesIn({ pointer, name, node: each })),
];

/** The events whose facts a case keeps so that they can be corrected (`correctable-facts.ts`). */
const CORRECTABLE: readonly CaseEventType[] = [
  ...(['CaseOpened', 'ItemRegistered', 'ItemImported', 'ItemClosed', 'EscalationRaised'] as const),
  ...(['CoOpinionSubmitted', 'PlanFiled', 'ProgressReported', 'ReplySent', 'ReplyEvaluated'] as const),
  ...(['VoteRecorded', 'SurveyWaveRecorded', 'InspectionRecorded', 'AppraisalRecorded'] as const),
  ...(['LookBackPassed', 'RelapseFound'] as const),
];

const places = CORRECTABLE.flatMap((type) => {
  const rules = rulesOf(type);
  if (rules === undefined) throw new Error(`no such event: ${type}`);
  return placesIn({ pointer: '', name: '', node: rules.data }).map((place) => ({ type, ...place }));
});

const correctedAmong = (chosen: typeof places): readonly string[] =>
  chosen
    .filter(({ type, pointer }) => fieldCorrection(rulesOf(type), pointer) !== 'never')
    .map(({ type, pointer }) => `${type} ${pointer}`);

it('is never for a name by which facts refer to each other; the number of a source is none', () => {
  const names = places.filter(({ name, node }) => /Ids?$/.test(name) && node.items === undefined);
  expect(names.length).toBeGreaterThan(20);
  expect(correctedAmong(names)).toEqual(['ItemRegistered /sourceId']);
});

it('is never for a counted due date, which is counted anew instead', () => {
  const counted = places.filter(({ node }) => node.title === 'DueDate');
  expect(counted).toHaveLength(2);
  expect(correctedAmong(counted)).toEqual([]);
});

it('is never for who judged, and for the stage, outcome or level that was decided', () => {
  const decided = places.filter(({ name }) =>
    ['evaluator', 'verifier', 'proposers', 'participants', 'stage', 'disposition', 'level'].includes(name),
  );
  expect(correctedAmong(decided)).toEqual([]);
});
