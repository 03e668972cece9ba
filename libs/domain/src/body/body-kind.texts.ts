import { text, type Texts } from '../texts/text.ts';
import type { BodyKind } from './body-kind.ts';

export const bodyKindTexts: Texts<BodyKind> = {
  'standing-committee': text('常委会', 'the Standing Committee'),
  'chairpersons-council': text('主任会议', 'the Chairpersons’ Council'),
  'special-committee': text('专门委员会', 'a special committee'),
  plenary: text('代表大会', 'the Congress in session'),
  presidium: text('主席团', 'the presidium'),
  'inquiry-committee': text('特定问题调查委员会', 'an inquiry committee'),
};
