import { describe, expect, it } from '@jest/globals';
import { actors, receivedItems } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import { atDesk, paperOf } from '../paper/paper.fixture.ts';

type Objection = CaseCommandData['Object'];

/** An extension of the housing bureau that the office entered as received on 2 April. */
const entered = atDesk(receivedItems(), '2026-04-10')
  .onPaper(paperOf({ receivedOn: '2026-04-02' }))
  .does('RequestExtension', { itemId: 'i1', requestedDue: '2026-05-06', reason: 'rain' })
  .onPaper(null);
const subjectId = entered.opened().papers[0]?.eventId ?? '';
const objection: Objection = {
  ...{ itemId: 'i1', against: 'received-day', subjectId, ground: 'handed in on 31 March' },
};
const objected = entered.by(actors.housing).does('Object', objection);
const decision: CaseCommandData['DecideObjection'] = {
  ...{ objectionId: 'objection-1', upheld: true, ground: 'the stamp says so' },
};

describe('an objection', () => {
  it('of the organ stands beside the fact, which stays as it is', () => {
    expect(objected.opened().objections).toMatchObject([
      { by: actors.housing, data: { objectionId: 'objection-1', ...objection }, decision: null },
    ]);
    expect(objected.opened().papers).toEqual(entered.opened().papers);
    expect(objected.item('i1')).toEqual(entered.item('i1'));
  });

  it.each([
    ['another organ of the item', actors.market, 'objection.not-yours'],
    ['an organ without a part', { ...actors.housing, organ: 'water-bureau' }, 'objection.not-yours'],
    ['the addressee, whose paper it was not', actors.government, 'objection.not-yours'],
    ['a deputy who proposed nothing', actors.deputy, 'objection.not-yours'],
  ])('to a day of receipt is not made by %s', (_who, by, code) => {
    expect(entered.by(by).decides('Object', objection)).toMatchObject({ rejected: code });
  });

  it('to a day of receipt names something that was transcribed', () => {
    expect(entered.by(actors.housing).decides('Object', { ...objection, subjectId: 'e1' })).toMatchObject({
      rejected: 'objection.not-on-paper',
    });
  });

  it('to a miss names its item; whoever handles it, or did, may make it', () => {
    const miss: Objection = { ...objection, against: 'miss', subjectId: 'i1#1' };
    for (const by of [actors.housing, actors.market, actors.government])
      expect(entered.by(by).decides('Object', miss)).toMatchObject([{ type: 'Objected' }]);
    expect(entered.by(actors.housing).decides('Object', { ...miss, itemId: null })).toMatchObject({
      rejected: 'item.none-named',
    });
    const reassigned = entered.by(actors.office).does('ChangeLead', {
      ...{ itemId: 'i1', assignment: { id: 'a-new', organ: 'water-bureau', role: 'lead', scopeText: '' } },
      ...{ clockRule: 'continue', reason: 'moved' },
    });
    expect(reassigned.by(actors.housing).decides('Object', miss)).toMatchObject([{ type: 'Objected' }]);
  });

  it('to a notice is about the case as a whole', () => {
    expect(
      entered.by(actors.housing).decides('Object', {
        ...{ itemId: null, against: 'notice', subjectId: 'e1', ground: 'we were not asked' },
      }),
    ).toMatchObject([{ type: 'Objected' }]);
  });

  it('gives its ground, names an item that is there, and is made once', () => {
    const housing = entered.by(actors.housing);
    expect(housing.decides('Object', { ...objection, ground: ' ' })).toEqual({
      rejected: 'objection.unexplained',
    });
    expect(housing.decides('Object', { ...objection, itemId: 'toString' })).toMatchObject({
      rejected: 'item.unknown',
    });
    expect(objected.decides('Object', objection)).toEqual([]);
    expect(objected.decides('Object', { ...objection, ground: 'other words' })).toMatchObject({
      rejected: 'objection.made-already',
    });
  });

  it('may itself come in on paper, for the organ that makes it', () => {
    const onPaper = entered.onPaper(paperOf({ incomingNo: '130', receivedOn: '2026-04-09' }));
    const after = onPaper.does('Object', objection);
    expect(after.opened().objections).toMatchObject([{ enteredFor: 'housing-bureau', by: actors.office }]);
    expect(after.onPaper(null).by(actors.housing).decides('Object', objection)).toEqual([]);
  });
});

describe('what is decided about it', () => {
  const council = objected.by(actors.council);

  it('is upheld or not by the Council, with its ground, once', () => {
    const decided = council.does('DecideObjection', decision);
    expect(decided.opened().objections).toMatchObject([{ decision: { by: actors.council, data: decision } }]);
    expect(decided.decides('DecideObjection', decision)).toEqual([]);
    expect(decided.decides('DecideObjection', { ...decision, upheld: false })).toMatchObject({
      rejected: 'objection.decided',
    });
    expect(decided.by(actors.housing).decides('Object', { ...objection, ground: 'again' })).toMatchObject({
      rejected: 'objection.made-already',
    });
    expect(council.decides('DecideObjection', { ...decision, upheld: false })).toMatchObject([
      { type: 'ObjectionDecided' },
    ]);
  });

  it('changes no fact: what was entered is corrected by whoever entered it', () => {
    const decided = council.does('DecideObjection', decision);
    expect(decided.opened().papers).toEqual(entered.opened().papers);
    expect(decided.item('i1')).toEqual(entered.item('i1'));
  });

  it('names an objection that is there, and a ground', () => {
    expect(council.decides('DecideObjection', { ...decision, objectionId: 'objection-2' })).toMatchObject({
      rejected: 'objection.unknown',
    });
    expect(council.decides('DecideObjection', { ...decision, ground: '' })).toEqual({
      rejected: 'objection.unexplained',
    });
  });
});
