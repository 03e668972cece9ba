/** The two languages of the product. Chinese is the one people read unless they ask otherwise. */
export type Language = 'zh' | 'en';

export type Text = { readonly zh: string; readonly en: string };

/** A text for every value of a vocabulary: one left out does not compile. */
export type Texts<Value extends string> = { readonly [Key in Value]: Text };

export const text = (zh: string, en: string): Text => ({ zh, en });
