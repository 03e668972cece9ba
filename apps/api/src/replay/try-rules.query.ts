import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { legalDateOf, type ReferenceSource } from '@duban/application';
import { ruleSetDraft, type RuleTrial } from '@duban/contracts';
import type { EventReader } from '@duban/event-store';
import type { Clock } from '@duban/kernel';
import { ProblemError, type Principal } from '@duban/nest';
import { cqDefault1, tryRule, type RuleSet, type Trial, type TriedDate } from '@duban/projections';
import { RestrictedReach } from '../access/restricted-reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { CLOCK, EVENT_STORE, REFERENCE_SOURCE } from '../ports/ports.ts';
import { casesFrom } from './case-log.ts';
import { readMark, writeMark } from './page-mark.ts';
import type { RuleTrialDto } from './replay.dto.ts';

type Asked = { readonly trial: RuleTrialDto; readonly asker: Principal };

/** A period lived through again under a draft of rules. */
export class TryRules extends FreshQuery<Asked, RuleTrial> {}

const LIST = 'rule-trial';
const CASES = 100;

/** @throws ProblemError `validation-failed` with every fault of the draft, by its place in the body */
const draftOf = ({ ruleSet, from }: RuleTrialDto): RuleSet => {
  const draft = ruleSetDraft(ruleSet, from);
  if ('rules' in draft) return draft.rules;
  const errors = draft.faults.map((fault) => ({ ...fault, pointer: `/ruleSet${fault.pointer}` }));
  throw new ProblemError('validation-failed', { errors });
};

@QueryHandler(TryRules)
export class TryRulesHandler implements IQueryHandler<TryRules> {
  readonly #store: EventReader;
  readonly #reference: ReferenceSource;
  readonly #clock: Clock;
  readonly #reach: RestrictedReach;

  constructor(
    @Inject(EVENT_STORE) store: EventReader,
    @Inject(REFERENCE_SOURCE) reference: ReferenceSource,
    @Inject(CLOCK) clock: Clock,
    reach: RestrictedReach,
  ) {
    this.#store = store;
    this.#reference = reference;
    this.#clock = clock;
    this.#reach = reach;
  }

  async execute({ asked: { trial: said, asker } }: TryRules): Promise<RuleTrial> {
    const trial = await this.#trialOf(said);
    const { limit = CASES, cursor } = said;
    let { after } = readMark(LIST, cursor);
    const without = await this.#reach.streamsShutTo(asker);
    const items: TriedDate[] = [];
    let cases = 0;
    for await (const { events, opened } of casesFrom(this.#store, { from: after, without })) {
      if (cases === limit) return { items, cases, next: writeMark(LIST, { after, skip: 0 }) };
      items.push(...tryRule([events], trial));
      after = opened;
      cases += 1;
    }
    return { items, cases, next: null };
  }

  async #trialOf(said: RuleTrialDto): Promise<Trial> {
    const { calendar, ruleSets, ruleSetOn } = await this.#reference.current();
    const now = ruleSetOn(legalDateOf(this.#clock.now()));
    const current = (now === null ? undefined : ruleSets[now]) ?? cqDefault1;
    const { from, to } = said;
    return { from, to, draft: draftOf(said), ruleSets, calendar, current };
  }
}
