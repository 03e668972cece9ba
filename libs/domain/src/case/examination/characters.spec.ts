import { expect, it } from '@jest/globals';
import { characterRules } from './characters.rule.ts';
import { beginExamination } from './examine.ts';
import { examined, openedEvent } from './examined-case.fixture.ts';

it('finds where an old log holds what no export can show, and says nothing of the text', () => {
  if (openedEvent.type !== 'CaseOpened') throw new Error('the case is not opened');
  const { data } = openedEvent;
  const events = [
    openedEvent,
    { ...openedEvent, data: { ...data, source: { ...data.source, title: '题\uFFFE目' }, topic: 'a\u202Eb' } },
  ];
  const found = beginExamination(characterRules).examineCase(examined('case-1', events));
  expect(found).toMatchObject([
    {
      code: 'text.forbidden-character',
      revision: 1,
      details: { place: '/source/title', codePoint: 'U+FFFE', at: 2 },
    },
    {
      code: 'text.forbidden-character',
      revision: 1,
      details: { place: '/topic', codePoint: 'U+202E', at: 2 },
    },
  ]);
});
