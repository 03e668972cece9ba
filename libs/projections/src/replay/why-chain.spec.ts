import { describe, expect, it } from '@jest/globals';
import type { LoggedFact } from '../fold/log-entry.ts';
import { goldenCases, goldenStream } from './golden-log.fixture.ts';
import { wayTo, whyChain } from './why-chain.ts';

const g1 = goldenStream('case-g1');

type Change = Partial<LoggedFact['metadata']>;
const withMetadata = (revision: number, change: Change, events = g1): readonly LoggedFact[] =>
  events.map((event) =>
    event.revision === revision ? { ...event, metadata: { ...event.metadata, ...change } } : event,
  );

describe('why a case stands as it does', () => {
  it('has every event once, under the command that wrote it', () => {
    for (const events of goldenCases()) {
      const told = whyChain(events).flatMap((link) => link.events.map(({ id }) => id));
      expect(told.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
    }
  });

  it('follows causation from an event to the command that it led to, and back', () => {
    const [first, second] = [g1[0]?.id ?? '', g1[1]?.id ?? ''];
    const chain = whyChain(withMetadata(1, { causationId: first }));
    expect(chain[0]?.ledTo).toEqual([g1[1]?.metadata.commandId]);
    expect(chain[1]?.because).toEqual({ kind: 'event', id: first, revision: 0 });
    expect(wayTo(chain, second).map(({ commandId }) => commandId)).toEqual([
      g1[0]?.metadata.commandId,
      g1[1]?.metadata.commandId,
    ]);
    expect(wayTo(chain, 'nobody')).toEqual([]);
  });

  it('keeps the events of one command together', () => {
    const { commandId = '' } = g1[1]?.metadata ?? {};
    const chain = whyChain(withMetadata(2, { commandId, causationId: commandId }));
    expect(chain[1]?.events.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it('says who else it may have been: a person, the clock, or something outside this case', () => {
    const { commandId = '', actor } = g1[1]?.metadata ?? {};
    expect(whyChain(g1)[1]?.because).toEqual({ kind: 'person' });
    const clock = { ...actor, id: 'system', role: 'system', organ: 'system' };
    expect(whyChain(withMetadata(1, { causationId: commandId, actor: clock }))[1]?.because).toEqual({
      kind: 'clock',
    });
    expect(whyChain(withMetadata(1, { causationId: 'in-another-case' }))[1]?.because).toEqual({
      kind: 'elsewhere',
      id: 'in-another-case',
    });
  });

  it('names of a conclusion its rule and the events that it was made of, and of nothing else', () => {
    const chained = whyChain(g1).flatMap((link) => link.events);
    const vote = g1.find(({ type }) => type === 'VoteRecorded');
    const grounds = chained.filter(({ restsOn }) => restsOn !== null);
    expect(grounds.map(({ type, restsOn }) => ({ type, ...restsOn }))).toEqual([
      {
        type: 'EvaluationConcluded',
        ruleId: 'vote-majority-of-all',
        outcome: 'basic',
        inputs: [{ id: vote?.id, revision: vote?.revision, type: 'VoteRecorded' }],
      },
    ]);
  });

  it('says of an input of a conclusion that this case has no such event', () => {
    const events = g1.map((event) =>
      event.type === 'EvaluationConcluded' ? { ...event, data: { ...event.data, inputs: ['gone'] } } : event,
    );
    const grounds = whyChain(events).flatMap((link) => link.events.map(({ restsOn }) => restsOn));
    expect(grounds.find((ground) => ground !== null)?.inputs).toEqual([
      { id: 'gone', revision: null, type: null },
    ]);
  });

  it('never walks in a circle', () => {
    const [first, second] = [g1[0]?.id ?? '', g1[1]?.id ?? ''];
    const knot = withMetadata(1, { causationId: first }, withMetadata(0, { causationId: second }));
    expect(wayTo(whyChain(knot), second)).toHaveLength(2);
  });
});

describe('timers', () => {
  const events = whyChain(g1).flatMap((link) => link.events);

  it('are what an assignment sets going: its due date, the plan, the co-opinion, the return', () => {
    const assigned = events.find(({ type }) => type === 'ItemAssigned');
    expect(assigned?.timers.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['due', 'returnUntil']),
    );
  });

  it('name the events by which the clock noted them', () => {
    const noting = goldenCases()
      .flatMap(whyChain)
      .flatMap((link) => link.events)
      .flatMap(({ timers }) => timers)
      .filter(({ notedBy }) => notedBy.length > 0);
    expect(noting.length).toBeGreaterThan(0);
  });
});
