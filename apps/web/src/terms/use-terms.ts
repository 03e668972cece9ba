import type { Text } from '@duban/domain/texts';
import { useCallback } from 'react';
import { useLanguage } from '../language/use-language.ts';

type Vocabulary = Readonly<Record<string, Text>>;

/** The reader's word for a code of the catalogue; a code it does not know is shown as it is. */
export const useTerm = (): ((vocabulary: Vocabulary, code: string) => string) => {
  const language = useLanguage();
  return useCallback((vocabulary, code) => vocabulary[code]?.[language] ?? code, [language]);
};
