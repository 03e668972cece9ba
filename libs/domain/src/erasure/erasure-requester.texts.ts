import { text, type Texts } from '../texts/text.ts';
import type { ErasureRequester } from './erasure-requester.ts';

export const erasureRequesterTexts: Texts<ErasureRequester> = {
  person: text('本人', 'the person'),
  relative: text('近亲属', 'a close relative'),
  authority: text('主管机关', 'an authority'),
  retention: text('保存期限届满', 'the end of the retention period'),
};
