import { describe, expect, it } from '@jest/globals';
import { allProjections } from '../all-projections.ts';
import { conformanceOf } from '../conformance/conformance.ts';
import { goldenCases } from '../replay/golden-log.fixture.ts';
import { entryOf, type LoggedFact } from './log-entry.ts';
import { stepOf } from './step.ts';
import { emptyDocument } from './stream-document.ts';

/** What every object answers to, though nobody put it there. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype);

const itemIdsOf = (events: readonly LoggedFact[]): readonly string[] => [
  ...new Set(
    events.flatMap(({ type, data }) =>
      type === 'ItemRegistered' || type === 'ItemImported' ? [data['itemId'] as string] : [],
    ),
  ),
];

type Names = readonly (readonly [string, string])[];

const renamed = <Value>(value: Value, names: Names): Value =>
  JSON.parse(names.reduce((told, [from, to]) => told.replaceAll(from, to), JSON.stringify(value))) as Value;

const rowsOf = (events: readonly LoggedFact[]): readonly object[] => {
  let document = emptyDocument(events[0]?.stream ?? '', 1);
  return events.flatMap((event, at) => {
    const step = stepOf(document, entryOf(event, at + 1));
    document = step.after;
    return allProjections.map(({ name, project }) => ({ at, name, changes: project(step) }));
  });
};

describe('an item whose id every object answers to', () => {
  it.each(goldenCases().map((events) => [events[0]?.stream ?? '', events] as const))(
    'has the rows of any other, and the deviations: %s',
    (_stream, events) => {
      const ids = itemIdsOf(events);
      expect(ids.length).toBeLessThanOrEqual(INHERITED.length);
      const plain = ids.map((id, at): Names[number] => [id, `plain${String.fromCodePoint(0x61 + at)}`]);
      const strange = plain.map(([, name], at): Names[number] => [name, INHERITED[at] ?? '']);
      const own = renamed(events, plain);
      const inherited = renamed(own, strange);
      expect(rowsOf(inherited)).toEqual(renamed(rowsOf(own), strange));
      expect(conformanceOf(inherited)).toEqual(renamed(conformanceOf(own), strange));
    },
  );
});
