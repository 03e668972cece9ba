import type { RuleSetRejection } from './ruleset-step.ts';
import type { RuleSetEvent } from './ruleset.register.ts';
import type { EventTexts } from '../texts/event-text.ts';
import { refusal, type RefusalTexts } from '../texts/refusal-text.ts';
import { text } from '../texts/text.ts';

/** Sets of rules. */
export const ruleSetTexts: EventTexts<RuleSetEvent> = {
  RuleSetPublished: {
    label: text('发布规则集', 'rule set published'),
    zh: ({ rules, effectiveFrom }, { on, date }) =>
      `${on}发布规则集 ${rules.id}@${rules.version}，自${date(effectiveFrom)}起适用于新交办事项`,
    en: ({ rules, effectiveFrom }, { on, date }) =>
      `Rule set ${rules.id}@${rules.version} was published on ${on}, for new assignments from ${date(effectiveFrom)}`,
  },
};

/** Refusals about rule sets. */
export const ruleSetRefusals: RefusalTexts<RuleSetRejection> = {
  'ruleset.other-id': refusal(
    ['规则集属于另一编号', 'The rule set belongs to another id'],
    ['在该编号下发布', 'Publish it under that id'],
  ),
  'ruleset.invalid': refusal(
    ['规则集内容有误', 'The rule set is faulty'],
    ['按提示改正', 'Mend what the details name'],
  ),
  'ruleset.date-invalid': refusal(
    ['生效日期无效', 'The effective date is no date'],
    ['填写有效日期', 'Give a valid date'],
  ),
  'ruleset.version-known-differently': refusal(
    ['该版本已以不同内容发布', 'That version is already published with other rules'],
    ['发布新版本', 'Publish a new version'],
  ),
  'ruleset.version-not-contiguous': refusal(
    ['版本号不连续', 'The version number leaves a gap'],
    ['使用下一个版本号', 'Use the next number'],
  ),
  'ruleset.effective-before-predecessor': refusal(
    ['生效日期早于前一版本', 'It takes effect before its predecessor'],
    ['填写更晚的日期', 'Give a later date'],
  ),
};
