import { roleTexts } from '../texts/role.texts.ts';
import { bodyKindTexts } from '../body/body-kind.texts.ts';
import { erasureRequesterTexts } from '../erasure/erasure-requester.texts.ts';
import type { Text } from '../texts/text.ts';
import * as clockTerms from './clock-terms.texts.ts';
import * as evaluationTerms from './evaluation-terms.texts.ts';
import * as itemTerms from './item-terms.texts.ts';
import * as ruleTerms from './rule-terms.texts.ts';

type Words = Readonly<Record<string, Text>>;

const { periodText: _periodText, ...clockWords } = clockTerms;
/** The system acts, and holds no post. */
const { system: _system, ...postRoles } = roleTexts;
const { roundTexts: _rounds, ...evaluationWords } = evaluationTerms;

/** What people call the words of every closed vocabulary; the rounds of a suggestion are numbers and none of them. */
export const vocabularyTexts: readonly Words[] = Object.values<Words>({
  ...clockWords,
  ...evaluationWords,
  ...itemTerms,
  ...ruleTerms,
  postRoles,
  bodyKindTexts,
  erasureRequesterTexts,
});
