import type { Language } from '@duban/contracts';

const RANGE = /^\s*(?<tag>[a-z*-]+)\s*(?:;\s*q=(?<q>[01](?:\.\d{0,3})?))?\s*$/i;

const languageOf = (tag: string): Language | null => {
  const primary = tag.toLowerCase().split('-')[0];
  return primary === 'zh' || primary === 'en' ? primary : null;
};

/** The language that the asker likes best of the two we have; Chinese where nothing usable is said. */
export const preferredLanguage = (acceptLanguage: string | undefined): Language => {
  let best: { readonly language: Language; readonly q: number } = { language: 'zh', q: 0 };
  for (const part of (acceptLanguage ?? '').slice(0, 200).split(',')) {
    const { tag = '', q = '1' } = RANGE.exec(part)?.groups ?? {};
    const language = languageOf(tag);
    if (language !== null && Number(q) > best.q) best = { language, q: Number(q) };
  }
  return best.language;
};

/** As HTTP names it. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };
