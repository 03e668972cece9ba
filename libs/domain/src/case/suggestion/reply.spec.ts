import { describe, expect, it } from '@jest/globals';
import { actors, receivedItems } from '../case-story.fixture.ts';
import { answer, promises, replied, reply, suggestion } from './suggestion.fixture.ts';

describe('a reply', () => {
  it('is sent to each proposer and opens the evaluation', () => {
    const story = suggestion();
    expect(story.decides('SendReply', reply)).toEqual([
      { type: 'ReplySent', data: { ...reply, sentOn: '2026-03-10' } },
    ]);
    expect(story.does('SendReply', reply).item('i1').stage).toBe('EVALUATING');
  });

  it('is sent once under its number', () => {
    const sent = replied().by(actors.housing);
    expect(sent.decides('SendReply', reply)).toEqual([]);
    expect(sent.decides('SendReply', { ...reply, class: 'A' })).toMatchObject({
      rejected: 'reply.number-taken',
    });
    expect(sent.decides('SendReply', { ...reply, replyNo: 'RE-2', class: 'A' })).toHaveLength(1);
  });

  it.each([
    ['a letter of no scheme', { scheme: 'chongqing', class: 'E' }, 'reply.class-unknown'],
    ['a scheme of no rule set', { scheme: 'yanzhou', class: 'A' }, 'reply.class-unknown'],
    ['a co-signer left out', { toProposers: ['person:deputy-1'] }, 'reply.proposer-not-answered'],
    [
      'somebody who proposed nothing',
      { toProposers: ['person:deputy-1', 'person:deputy-2', 'person:x'] },
      'reply.not-a-proposer',
    ],
    ['a promise named twice', { commitments: [...promises(2), ...promises(1)] }, 'commitment.id-taken'],
    ['an unknown item', { itemId: 'i9' }, 'item.unknown'],
  ])('is refused with %s', (_what, wrong, code) => {
    expect(suggestion().decides('SendReply', { ...reply, ...wrong })).toMatchObject({ rejected: code });
  });

  it('comes from the lead itself, never from a co-organ or in the lead’s name', () => {
    expect(suggestion().by(actors.market).decides('SendReply', reply)).toMatchObject({
      rejected: 'item.not-your-assignment',
    });
    expect(suggestion().by(actors.office, 'housing-bureau').decides('SendReply', reply)).toMatchObject({
      rejected: 'mandate.none',
    });
    expect(suggestion().by(actors.housing).decides('SendReply', reply)).toHaveLength(1);
  });

  it('answers a suggestion only, and an open one', () => {
    expect(receivedItems().by(actors.housing).decides('SendReply', reply)).toMatchObject({
      rejected: 'reply.not-a-suggestion',
    });
    const consent = { consentOf: ['person:deputy-2'], consentDocs: ['letter'] };
    const withdrawn = suggestion()
      .by(actors.deputy)
      .does('Withdraw', { itemId: 'i1', reason: 'moot', ...consent });
    expect(withdrawn.by(actors.housing).decides('SendReply', reply)).toMatchObject({
      rejected: 'item.wrong-stage',
    });
  });

  it('answers the proposers of what was merged into the item, too', () => {
    const story = receivedItems({ items: ['i1', 'i2'], form: 'suggestion', proposers: ['person:deputy-1'] });
    const merged = story
      .told({
        type: 'ItemMerged',
        data: { itemId: 'i2', intoItemId: 'i1', proposersCarried: ['person:deputy-2'] },
      })
      .by(actors.housing);
    expect(merged.decides('SendReply', { ...reply, toProposers: ['person:deputy-1'] })).toMatchObject({
      rejected: 'reply.proposer-not-answered',
      details: { missing: ['person:deputy-2'] },
    });
    expect(merged.decides('SendReply', reply)).toHaveLength(1);
  });
});

describe('an evaluation of a reply', () => {
  const story = replied();

  it('is one deputy’s answer about one organ, given once', () => {
    expect(story.decides('EvaluateReply', answer('basic'))).toEqual([
      { type: 'ReplyEvaluated', data: answer('basic') },
    ]);
    const given = story.does('EvaluateReply', answer('basic'));
    expect(given.decides('EvaluateReply', answer('basic'))).toEqual([]);
    expect(given.decides('EvaluateReply', answer('satisfied'))).toMatchObject({
      rejected: 'reply.already-evaluated',
    });
  });

  it('judges each organ of a joint handling separately', () => {
    const given = story.does('EvaluateReply', answer('satisfied'));
    const ofCoOrgan = answer('dissatisfied', { organ: 'market-regulator' });
    expect(given.decides('EvaluateReply', ofCoOrgan)).toHaveLength(1);
    expect(given.decides('EvaluateReply', answer('basic', { organ: 'water-bureau' }))).toMatchObject({
      rejected: 'reply.organ-not-handling',
    });
  });

  it('is entered by the deputy in person, never in the deputy’s name', () => {
    for (const actor of [actors.office, actors.cosigner]) {
      expect(story.by(actor, 'person:deputy-1').decides('EvaluateReply', answer('basic'))).toMatchObject({
        rejected: 'mandate.none',
      });
    }
    expect(story.by(actors.deputy).decides('EvaluateReply', answer('basic'))).toHaveLength(1);
    expect(story.by(actors.office).decides('EvaluateReply', answer('basic'))).toMatchObject({
      rejected: 'reply.not-a-proposer',
    });
    expect(story.by(actors.cosigner).decides('EvaluateReply', answer('basic'))).toMatchObject({
      rejected: 'reply.not-a-proposer',
    });
    const stranger = { ...actors.deputy, id: 'person:x' };
    expect(
      story.by(stranger).decides('EvaluateReply', answer('basic', { evaluator: 'person:x' })),
    ).toMatchObject({
      rejected: 'reply.not-a-proposer',
    });
  });

  it('is never given by a handling organ', () => {
    expect(
      story.by({ ...actors.market, id: 'person:deputy-1' }).decides('EvaluateReply', answer('satisfied')),
    ).toMatchObject({
      rejected: 'evaluation.by-handler',
    });
  });

  it('gives its reasons where it is dissatisfied', () => {
    expect(story.decides('EvaluateReply', answer('dissatisfied', { reasons: ' ' }))).toMatchObject({
      rejected: 'reply.reasons-missing',
    });
    expect(story.decides('EvaluateReply', answer('dissatisfied', { reasons: null }))).toMatchObject({
      rejected: 'reply.reasons-missing',
    });
  });

  it('grades attitude and result, each once', () => {
    const [attitude] = answer('basic').dimensions;
    const dimensions = attitude === undefined ? [] : [attitude, attitude];
    expect(story.decides('EvaluateReply', answer('basic', { dimensions }))).toMatchObject({
      rejected: 'reply.dimensions-wrong',
    });
    expect(
      story.decides('EvaluateReply', answer('basic', { dimensions: dimensions.slice(1) })),
    ).toMatchObject({
      rejected: 'reply.dimensions-wrong',
    });
  });

  it('belongs to the open round and to a reply that was sent', () => {
    expect(story.decides('EvaluateReply', answer('basic', { round: 2 }))).toMatchObject({
      rejected: 'reply.round-closed',
    });
    expect(story.decides('EvaluateReply', answer('basic', { replyNo: 'RE-9' }))).toMatchObject({
      rejected: 'reply.unknown',
    });
    expect(suggestion().by(actors.deputy).decides('EvaluateReply', answer('basic'))).toMatchObject({
      rejected: 'item.wrong-stage',
    });
    expect(story.decides('EvaluateReply', answer('basic', { itemId: 'i9' }))).toMatchObject({
      rejected: 'item.unknown',
    });
  });
});
