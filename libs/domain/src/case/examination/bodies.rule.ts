import type { ReadEntry } from '../../authority/known-authority.ts';
import { requiresDecision } from '../../authority/requires-decision.ts';
import { bodyDecider } from '../../body/body.register.ts';
import { mandateDecider } from '../../mandate/mandate.register.ts';
import { isInForce } from '../../mandate/mandate.state.ts';
import { postsDecider, type PostEvent } from '../../posts/posts.register.ts';
import { ruleSetDecider, type RuleSetEvent } from '../../ruleset/ruleset.register.ts';
import { ruleSetOn, type RuleSetState } from '../../ruleset/ruleset.state.ts';
import { lastDayInTerm } from '../../time/last-day-in-term.ts';
import { organDecider } from '../../organ/organ.register.ts';
import { otherLead } from '../leading-committee.ts';
import { occurredOn } from '../occurred.ts';
import { ownEntry } from '../own-entry.ts';
import { stepByEvent } from '../step-tables.ts';
import type {
  ExaminationRule,
  ExaminedCaseEvent,
  ExaminedOtherEvent,
  FoundDetails,
} from './examination-rule.ts';

const wasBefore = (entry: ExaminedOtherEvent, event: ExaminedCaseEvent): boolean =>
  Temporal.Instant.compare(entry.recordedAt, event.recordedAt) <= 0;

type Folded<State, Event> = {
  readonly initialState: State;
  readonly evolve: (state: State, event: Event) => State;
};

/** The events of one register by stream, so that what an act met is folded as it stood when the act was recorded. */
const register = <State, Event>(prefix: string, decider: Folded<State, Event>) => {
  const streams = new Map<string, (ExaminedOtherEvent & Event)[]>();
  return {
    see: (event: ExaminedOtherEvent): void => {
      if (event.stream.startsWith(prefix))
        // A stream of this prefix holds events of its register alone.
        streams.set(event.stream, [
          ...(streams.get(event.stream) ?? []),
          event as ExaminedOtherEvent & Event,
        ]);
    },
    streams: (): readonly string[] => [...streams.keys()],
    asOf: (stream: string, event: ExaminedCaseEvent): ReadEntry<State> => {
      const entries = (streams.get(stream) ?? []).filter((entry) => wasBefore(entry, event));
      const state = entries.reduce<State>(decider.evolve, decider.initialState);
      return { state, revision: entries.length - 1 };
    },
  };
};

/** Whether a decision had to be named on the day of an act: by the rule set of that day, or since its body was registered. */
const requirements = () => {
  const bodies = register('body-', bodyDecider);
  const ruleSets: Record<string, RuleSetState> = {};
  return {
    see: (event: ExaminedOtherEvent): void => {
      bodies.see(event);
      if (event.type !== 'RuleSetPublished') return;
      const before = ownEntry(ruleSets, event.stream) ?? ruleSetDecider.initialState;
      ruleSets[event.stream] = ruleSetDecider.evolve(before, event as ExaminedOtherEvent & RuleSetEvent);
    },
    isRequired: (decidedBy: Deciding, event: ExaminedCaseEvent): boolean => {
      const { decidedOn, metadata } = event;
      const id = (metadata.ruleSet ?? '').replace(/@\d+$/, '');
      const published = ownEntry(ruleSets, `ruleset-${id}`) ?? ruleSetDecider.initialState;
      const known = {
        bodies: Object.fromEntries(bodies.streams().map((stream) => [stream, bodies.asOf(stream, event)])),
      };
      return requiresDecision(decidedBy, ruleSetOn(published, decidedOn), { decidedOn, known });
    },
  };
};

type Deciding = Parameters<typeof requiresDecision>[0];

const isNamed = ({ decision, mandate }: ExaminedCaseEvent['metadata']): boolean =>
  decision !== undefined || mandate !== undefined;

/** A step of a body that names neither its decision nor a mandate, though one had to be named on that day. */
const withoutDecision: ExaminationRule<'decision.missing'> = {
  code: 'decision.missing',
  begin: () => {
    const { see, isRequired } = requirements();
    return {
      see,
      examine: (event): readonly FoundDetails[] => {
        const { role, organ } = event.actor;
        const decidedBy = stepByEvent.get(event.type)?.decidedBy;
        if (decidedBy === undefined || isNamed(event.metadata)) return [];
        if (!(decidedBy.enteredBy as readonly string[]).includes(role)) return [];
        return isRequired(decidedBy, event) ? [{ role, organ }] : [];
      },
    };
  },
};

/** What another committee than the one that leads the case did without a decision. */
const notLeading: ExaminationRule<'decision.not-leading'> = {
  code: 'decision.not-leading',
  begin: () => {
    const { see, isRequired } = requirements();
    const organs = register('organ-', organDecider);
    return {
      see: (event) => {
        see(event);
        organs.see(event);
      },
      examine: (event, before): readonly FoundDetails[] => {
        const decidedFor = stepByEvent.get(event.type)?.byLeadCommittee;
        if (decidedFor === undefined || isNamed(event.metadata)) return [];
        const known = Object.fromEntries(
          organs
            .streams()
            .map((stream) => [stream.slice('organ-'.length), organs.asOf(stream, event).state] as const),
        );
        const { actor } = event;
        const lead = otherLead(before, { actor, organs: known, occurredOn: occurredOn(event) });
        return lead !== null && isRequired(decidedFor, event)
          ? [{ leadCommittee: lead, organ: actor.organ }]
          : [];
      },
    };
  },
};

/** An act under a mandate that had ended, or was none, by the time at which the act was recorded. */
const usedAfterEnd: ExaminationRule<'mandate.not-in-force'> = {
  code: 'mandate.not-in-force',
  begin: () => {
    const mandates = register('mandate-', mandateDecider);
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
        const { state } = mandates.asOf(`mandate-${used.id}`, event);
        const { id: mandate, revision } = used;
        if (state.status === 'ungiven') return [{ mandate, revision, known: false }];
        return isInForce(state, event.decidedOn, posts.termEnds)
          ? []
          : [{ mandate, revision, lastDay: lastDayInTerm(state, posts.termEnds) }];
      },
    };
  },
};

/** Acts of bodies that nothing carries. */
export const bodyRules = [withoutDecision, notLeading, usedAfterEnd] as const;
