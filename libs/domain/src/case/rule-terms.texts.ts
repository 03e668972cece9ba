/** Terms that rule sets alone use. */
import type { DissatisfiedRung, RuleSet, VoteDenominator } from '../ruleset/ruleset.ts';
import type { TwoPersonAct } from '../two-persons/two-persons.ts';
import { text, type Texts } from '../texts/text.ts';

/** Against whom "more than half" is counted. */
export const voteDenominatorTexts: Texts<VoteDenominator> = {
  'all-members': text('全体组成人员', 'all members'),
  present: text('出席人员', 'members present'),
  valid: text('有效票', 'valid ballots'),
};

export const rungDeciderTexts: Texts<DissatisfiedRung['decidedBy']> = {
  'standing-committee': text('常委会', 'Standing Committee'),
  'chairpersons-council': text('主任会议', 'Chairpersons’ Council'),
};

export const twoPersonActTexts: Texts<TwoPersonAct> = {
  correction: text('更正', 'correction'),
  erasure: text('删除个人信息', 'erasure of personal data'),
  renaming: text('更名', 'renaming'),
  grant: text('授予岗位', 'granting a post'),
  closing: text('销号', 'closing'),
};

/** What is asked of the steps of bodies. */
export const decisionRuleTexts: Texts<NonNullable<RuleSet['decisions']>> = {
  required: text('须有登记的决定或授权', 'a recorded decision or a mandate'),
  'on-paper': text('写明文件或会议即可', 'a document or a meeting in the basis'),
};
