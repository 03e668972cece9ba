import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { legalDateOf } from '@duban/application';
import { ruleSetDraft, type RuleTrial } from '@duban/contracts';
import { addCalendarDays } from '@duban/domain';
import { Asker, invalid, ProblemError, ReadsWhole, type Principal } from '@duban/nest';
import { cqDefault1, tryRule, type RuleSet, type Trial, type TriedDate } from '@duban/projections';
import { OFFICE, type Office } from '../office/office.ts';
import { shutStreams } from '../queries/shut-cases.ts';
import { casesFrom } from './case-log.ts';
import { readMark, writeMark } from './page-mark.ts';
import { RuleTrialDto } from './replay.dto.ts';

const LIST = 'rule-trial';
const CASES = 100;
const LONGEST_DAYS = 1_096;

/** @throws ProblemError `validation-failed` with every fault of the draft, by its place in the body */
const draftOf = ({ ruleSet, from }: RuleTrialDto): RuleSet => {
  const draft = ruleSetDraft(ruleSet, from);
  if ('rules' in draft) return draft.rules;
  const errors = draft.faults.map((fault) => ({ ...fault, pointer: `/ruleSet${fault.pointer}` }));
  throw new ProblemError('validation-failed', { errors });
};

const checkPeriod = ({ from, to }: RuleTrialDto): void => {
  if (from > to) throw invalid('/from', 'range.backwards', 'from is later than to');
  if (addCalendarDays(from, LONGEST_DAYS) < to)
    throw invalid('/to', 'range.too-long', 'the period is longer than three years');
};

/** "Try a rule before adopting it": a period lived through again under a draft. Nothing is written. */
@ApiTags('replay')
@Controller('v1/rule-trials')
export class RuleTrialsController {
  readonly #office: Office;

  constructor(@Inject(OFFICE) office: Office) {
    this.#office = office;
  }

  @Post()
  @ReadsWhole('board')
  @HttpCode(200)
  async run(@Body() body: RuleTrialDto, @Asker() asker: Principal): Promise<RuleTrial> {
    checkPeriod(body);
    const trial = await this.#trial(body);
    const { limit = CASES, cursor } = body;
    let { after } = readMark(LIST, cursor);
    const without = await shutStreams(this.#office, asker);
    const items: TriedDate[] = [];
    let cases = 0;
    for await (const { events, opened } of casesFrom(this.#office.store, {
      from: after,
      without,
    })) {
      if (cases === limit) return { items, cases, next: writeMark(LIST, { after, skip: 0 }) };
      items.push(...tryRule([events], trial));
      after = opened;
      cases += 1;
    }
    return { items, cases, next: null };
  }

  async #trial(body: RuleTrialDto): Promise<Trial> {
    const { calendar, ruleSets, ruleSetOn } = await this.#office.reference.current();
    const now = ruleSetOn(legalDateOf(this.#office.clock.now()));
    const current = (now === null ? undefined : ruleSets[now]) ?? cqDefault1;
    const { from, to } = body;
    return { from, to, draft: draftOf(body), ruleSets, calendar, current };
  }
}
