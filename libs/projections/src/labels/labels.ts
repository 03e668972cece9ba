import { eventTexts, type Language, type Text } from '@duban/contracts';
import { dispositionTexts, lightTexts, stageTexts, supervisionFormTexts } from '@duban/domain/texts';

const catalogue: Readonly<Record<LabelKind, Readonly<Record<string, Text>>>> = {
  stage: stageTexts,
  disposition: dispositionTexts,
  form: supervisionFormTexts,
  light: lightTexts,
};

export type LabelKind = 'stage' | 'disposition' | 'form' | 'light';

/** The term for a code, or the code itself where the catalogue has none. */
export const labelOf = (kind: LabelKind, code: string, language: Language): string =>
  catalogue[kind][code]?.[language] ?? code;

/** Event types whose name, in either language, contains a word: 交办 finds every assignment. */
export const typesNamed = (word: string): readonly string[] => {
  const wanted = word.toLowerCase();
  return Object.entries(eventTexts)
    .filter(([type, { label }]) =>
      [type, label.zh, label.en].some((name) => name.toLowerCase().includes(wanted)),
    )
    .map(([type]) => type);
};
