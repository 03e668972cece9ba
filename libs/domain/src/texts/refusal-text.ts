import { text, type Text } from './text.ts';

/** What a refusal says to people: why, and what to do now. */
export type RefusalText = { readonly title: Text; readonly remedy: Text };

export type RefusalTexts<Code extends string> = { readonly [Key in Code]: RefusalText };

/** The codes of a union that start with one of these nouns. */
export type CodesOf<Code extends string, Noun extends string> = Extract<Code, `${Noun}.${string}`>;

/** Title and remedy, each as [zh, en]. */
export const refusal = (
  [titleZh, titleEn]: readonly [string, string],
  [remedyZh, remedyEn]: readonly [string, string],
): RefusalText => ({ title: text(titleZh, titleEn), remedy: text(remedyZh, remedyEn) });
