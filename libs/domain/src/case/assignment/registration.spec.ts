import { expect, it } from '@jest/globals';
import { actors, nothingYet, opening } from '../case-story.fixture.ts';
import { item, list, listed, registered } from '../handling.fixture.ts';

const opened = nothingYet.does('OpenCase', opening('law-inspection'));
const council = registered().by(actors.council);

it('registers an item of the source', () => {
  const data = { ...item('i1'), caseId: 'c1' };
  expect(opened.decides('RegisterItem', item('i1'))).toEqual([{ type: 'ItemRegistered', data }]);
  expect(registered().item('i1')).toMatchObject({
    stage: 'REGISTERED',
    title: 'Title of i1',
    category: 'problem',
  });
});

it('ignores a repeated registration and refuses the number for anything else', () => {
  expect(registered().decides('RegisterItem', item('i1'))).toEqual([]);
  expect(registered().decides('RegisterItem', item('i1', { title: 'another' }))).toMatchObject({
    rejected: 'item.id-taken',
  });
});

it.each(['courtCase', 'personalMatter', 'stateSecret'] as const)(
  'keeps out what is declared a %s',
  (ground) => {
    const declared = item('i1', { concerns: { [ground]: true } });
    expect(opened.decides('RegisterItem', declared)).toEqual({
      rejected: 'item.out-of-scope',
      details: { grounds: [ground] },
    });
    expect(opened.decides('RegisterItem', item('i1', { concerns: { [ground]: false } }))).toHaveLength(1);
  },
);

it('registers nothing in a closed case', () => {
  expect(opened.does('CloseCase', {}).decides('RegisterItem', item('i1'))).toEqual({
    rejected: 'case.not-open',
  });
});

it('approves a list of registered items', () => {
  expect(council.decides('ApproveList', list(['i1']))).toEqual([
    { type: 'ListApproved', data: list(['i1']) },
  ]);
  expect(listed().item('i1').stage).toBe('LISTED');
  expect(listed().decides('ApproveList', list(['i1']))).toEqual([]);
});

it('uses a list number once', () => {
  expect(
    listed()
      .does('RegisterItem', item('i2'))
      .decides('ApproveList', list(['i2'])),
  ).toMatchObject({
    rejected: 'list.number-taken',
  });
});

it('refuses lists of nothing, of unknown items and of items approved before', () => {
  expect(council.decides('ApproveList', list([]))).toEqual({ rejected: 'item.none-named' });
  expect(council.decides('ApproveList', list(['i1', 'i9']))).toMatchObject({
    rejected: 'item.unknown',
    details: { itemId: 'i9' },
  });
  expect(listed().decides('ApproveList', list(['i1'], 'L2'))).toMatchObject({ rejected: 'item.wrong-stage' });
});

it.each(['sourceId', 'sourceParagraph', 'title', 'text', 'topicTag'] as const)(
  'approves no item without its %s',
  (field) => {
    const bare = opened.does('RegisterItem', item('i1', { [field]: ' ' })).by(actors.council);
    expect(bare.decides('ApproveList', list(['i1']))).toEqual({
      rejected: 'item.field-missing',
      details: { itemId: 'i1', fields: [field] },
    });
  },
);

it('approves no suggestion that nobody proposed', () => {
  const unsigned = nothingYet.does('OpenCase', opening('suggestion')).does('RegisterItem', item('i1'));
  expect(unsigned.decides('ApproveList', list(['i1']))).toMatchObject({ details: { fields: ['proposers'] } });
  expect(registered('suggestion').decides('ApproveList', list(['i1']))).toHaveLength(1);
});

it.each(['housing', 'market', 'government'] as const)('lets no supervised side approve: %s', (who) => {
  expect(
    registered()
      .by(actors[who])
      .decides('ApproveList', list(['i1'])),
  ).toMatchObject({
    rejected: 'actor.not-competent',
  });
});
