import { requiresDecision } from '../../authority/requires-decision.ts';
import { bodyDecider, type BodyEvent } from '../../body/body.register.ts';
import type { BodyState } from '../../body/body.state.ts';
import { mandateDecider, type MandateEvent } from '../../mandate/mandate.register.ts';
import { isInForce, lastDayOfMandate, type MandateState } from '../../mandate/mandate.state.ts';
import { postsDecider, type PostEvent } from '../../posts/posts.register.ts';
import { ruleSetDecider, type RuleSetEvent } from '../../ruleset/ruleset.register.ts';
import { ruleSetOn, type RuleSetState } from '../../ruleset/ruleset.state.ts';
import { ownEntry } from '../own-entry.ts';
import { stepRecords } from '../step-tables.ts';
import type {
  ExaminationRule,
  ExaminedCaseEvent,
  ExaminedOtherEvent,
  FoundDetails,
} from './examination-rule.ts';

/** Whose decision the step is that an event comes of. */
const decidedByOf = new Map(
  Object.values(stepRecords).flatMap(({ decidedBy, events }) =>
    decidedBy === undefined ? [] : Object.keys(events).map((type) => [type, decidedBy] as const),
  ),
);

const wasBefore = (entry: ExaminedOtherEvent, event: ExaminedCaseEvent): boolean =>
  Temporal.Instant.compare(entry.recordedAt, event.recordedAt) <= 0;

/** The events of one register by stream, so that what an act met is folded as it stood when the act was recorded. */
const register = (prefix: string) => {
  const streams = new Map<string, ExaminedOtherEvent[]>();
  return {
    see: (event: ExaminedOtherEvent): void => {
      if (event.stream.startsWith(prefix))
        streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
    },
    asOf: (event: ExaminedCaseEvent): ReadonlyMap<string, readonly ExaminedOtherEvent[]> =>
      new Map(
        [...streams].map(([stream, entries]) => [stream, entries.filter((entry) => wasBefore(entry, event))]),
      ),
  };
};

const bodiesOf = (streams: ReadonlyMap<string, readonly ExaminedOtherEvent[]>) =>
  Object.fromEntries(
    [...streams].map(([stream, entries]) => {
      const state = (entries as readonly (ExaminedOtherEvent & BodyEvent)[]).reduce<BodyState>(
        bodyDecider.evolve,
        bodyDecider.initialState,
      );
      return [stream, { state, revision: entries.length - 1 }];
    }),
  );

/** A step of a body that names neither its decision nor a mandate, though one had to be named on that day. */
const withoutDecision: ExaminationRule<'decision.missing'> = {
  code: 'decision.missing',
  begin: () => {
    const bodies = register('body-');
    const ruleSets: Record<string, RuleSetState> = {};
    return {
      see: (event) => {
        bodies.see(event);
        if (event.type !== 'RuleSetPublished') return;
        const before = ownEntry(ruleSets, event.stream) ?? ruleSetDecider.initialState;
        ruleSets[event.stream] = ruleSetDecider.evolve(before, event as ExaminedOtherEvent & RuleSetEvent);
      },
      examine: (event): readonly FoundDetails[] => {
        const { type, actor, decidedOn, metadata } = event;
        const decidedBy = decidedByOf.get(type);
        if (decidedBy === undefined || metadata.decision !== undefined || metadata.mandate !== undefined)
          return [];
        if (!(decidedBy.enteredBy as readonly string[]).includes(actor.role)) return [];
        const id = (metadata.ruleSet ?? '').replace(/@\d+$/, '');
        const published = ownEntry(ruleSets, `ruleset-${id}`) ?? ruleSetDecider.initialState;
        const known = { bodies: bodiesOf(bodies.asOf(event)) };
        return requiresDecision(decidedBy, ruleSetOn(published, decidedOn), { actor, decidedOn, known })
          ? [{ role: actor.role, organ: actor.organ }]
          : [];
      },
    };
  },
};

/** An act under a mandate that had ended, or was none, by the time at which the act was recorded. */
const usedAfterEnd: ExaminationRule<'mandate.not-in-force'> = {
  code: 'mandate.not-in-force',
  begin: () => {
    const mandates = register('mandate-');
    let posts = postsDecider.initialState;
    return {
      see: (event) => {
        mandates.see(event);
        if (event.type === 'TermEndSet')
          posts = postsDecider.evolve(posts, event as ExaminedOtherEvent & PostEvent);
      },
      examine: (event): readonly FoundDetails[] => {
        const used = event.metadata.mandate;
        if (used === undefined) return [];
        const entries = mandates.asOf(event).get(`mandate-${used.id}`) ?? [];
        const state = (entries as readonly (ExaminedOtherEvent & MandateEvent)[]).reduce<MandateState>(
          mandateDecider.evolve,
          mandateDecider.initialState,
        );
        const { id: mandate, revision } = used;
        if (state.status === 'ungiven') return [{ mandate, revision, known: false }];
        return isInForce(state, event.decidedOn, posts.termEnds)
          ? []
          : [{ mandate, revision, lastDay: lastDayOfMandate(state, posts.termEnds) }];
      },
    };
  },
};

/** Acts of bodies that nothing carries. */
export const bodyRules = [withoutDecision, usedAfterEnd] as const;
