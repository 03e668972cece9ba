import { text } from '@duban/domain/texts';

/**
 * What a field reads as once a key that it needs was destroyed. No keyboard types its first character (U+2400), so
 * folds can tell it from words, and pages show {@link erasedText} in its place.
 */
export const ERASED = '\u2400erased';

/**
 * What a free text reads as where it is not sent: in Kafka, whose topics keep what they got beyond any erasure (ADR 5).
 * Whoever may read it asks Duban for the event.
 */
export const WITHHELD = '\u2400withheld';

/**
 * What a field reads as where its key is gone with a lost vault, and somebody has accepted that. It is no erasure: no
 * law asked for it.
 */
export const LOST = '\u2400lost';

export const lostText = text('[密钥已丢失，无法读取]', '[lost with its key]');

/** A text that no longer says what somebody wrote. */
export const isUnreadable = (words: string): boolean => words === ERASED || words === LOST;

/** A text that was made of others, of which one can be read no more. */
export const holdsUnreadable = (words: string): boolean => words.includes(ERASED) || words.includes(LOST);

export const erasedText = text('[已依法删除]', '[erased by law]');

/** In the place of {@link WITHHELD}, where people read. */
export const withheldText = text('[不予显示]', '[not shown]');

/** What people wrote, with words of the language where it was erased, lost or is not shown. */
export const withErasedShown = (words: string, language: 'zh' | 'en'): string =>
  words
    .replaceAll(ERASED, erasedText[language])
    .replaceAll(LOST, lostText[language])
    .replaceAll(WITHHELD, withheldText[language]);
