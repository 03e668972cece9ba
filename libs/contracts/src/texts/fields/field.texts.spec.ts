import { expect, it } from '@jest/globals';
import { clockFieldTexts } from './clock.fields.ts';
import { contentFieldTexts } from './content.fields.ts';
import { eventFieldTexts, fieldText } from './field.texts.ts';
import { identityFieldTexts } from './identity.fields.ts';
import { ruleFieldTexts } from './rule.fields.ts';
import { stateFieldTexts } from './state.fields.ts';

it('labels no field twice', () => {
  const names = [
    clockFieldTexts,
    contentFieldTexts,
    identityFieldTexts,
    ruleFieldTexts,
    stateFieldTexts,
  ].flatMap((texts) => Object.keys(texts));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('labels a field of an event and one of a state', () => {
  expect(fieldText('dueDate')).toEqual(eventFieldTexts.dueDate);
  expect(fieldText('pastCycles')).toEqual({ zh: '以往轮次', en: 'past cycles' });
});

it('shows the name of a field that has no label', () => {
  expect(fieldText('toString')).toEqual({ zh: 'toString', en: 'toString' });
});
