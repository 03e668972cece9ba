import { expect, it } from '@jest/globals';
import type { CaseEvent } from '../case.events.ts';
import { actors } from '../case-story.fixture.ts';
import { promises, replied } from '../suggestion/suggestion.fixture.ts';
import { examined } from './examined-case.fixture.ts';
import { keptPromiseRules } from './kept-promises.rule.ts';

const closed: CaseEvent = {
  type: 'ItemClosed',
  data: {
    ...{ itemId: 'i1', cycle: 1, disposition: 'resolved', verifier: 'urban-committee' },
    ...{ signer: 'person:director', lookBackDue: null, publish: true, closedOn: '2026-03-25' },
  },
};
const stated = replied({ commitments: promises(1) })
  .by(actors.housing)
  .does('FulfilCommitment', { itemId: 'i1', commitmentId: 'k1', evidence: [] })
  .by(actors.committee);
const found = ({ state }: typeof stated) =>
  keptPromiseRules.flatMap(({ begin }) =>
    examined('case-c1', [closed]).flatMap((event) => begin().examine(event, state)),
  );

it('an item closed on the word of the organ alone is found, and one of verified promises is not', () => {
  expect(found(stated)).toEqual([{ itemId: 'i1', commitments: ['k1'] }]);
  const seen = stated.does('VerifyCommitment', {
    ...{ itemId: 'i1', commitmentId: 'k1', verified: true, ground: 'seen' },
  });
  expect(found(seen)).toEqual([]);
});
