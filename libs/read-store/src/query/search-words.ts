import { typesNamed } from '@duban/projections';
import { contains, oneOf, sql, textOf, type Connection, type Sql } from './sql.ts';

const TRIGRAM = 3;
/** Beyond this many trigrams a word of two is so common that reading the rows is as fast. */
const MOST_EXPANSIONS = 400;

const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`;

const trigramsOf = (characters: readonly string[]): readonly string[] =>
  characters
    .slice(0, 1 - TRIGRAM + characters.length)
    .map((_, index) => characters.slice(index, index + TRIGRAM).join(''));

/** Indexed trigrams that begin with two characters, from the index's own vocabulary. */
const beginningWith = (connection: Connection, pair: string): readonly string[] => {
  connection.db.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.audit_trigrams USING fts5vocab(main, 'audit_search', 'row')`,
  );
  return connection
    .rows(
      sql(
        'SELECT term FROM temp.audit_trigrams WHERE term >= ? AND term < ? LIMIT ?',
        pair,
        `${pair}\u{10ffff}`,
        MOST_EXPANSIONS + 1,
      ),
    )
    .map((row) => textOf(row, 'term'));
};

const candidates = (connection: Connection, word: string): Sql | null => {
  const characters = Array.from(word.toLowerCase());
  if (characters.length >= TRIGRAM) return sql('?', trigramsOf(characters).map(quoted).join(' AND '));
  if (characters.length < 2) return null;
  const terms = beginningWith(connection, characters.join(''));
  return terms.length > MOST_EXPANSIONS ? null : sql('?', terms.map(quoted).join(' OR '));
};

/** What a written text looks like inside the stored JSON. */
const asStored = (word: string): string => JSON.stringify(word).slice(1, -1);

const inText = (connection: Connection, word: string): Sql => {
  const found = contains('data', asStored(word));
  const match = candidates(connection, word);
  if (match === null) return found;
  if (match.values[0] === '') return sql('0');
  return sql(
    `(ordinal IN (SELECT rowid FROM audit_search WHERE audit_search MATCH ?) AND ${found.text})`,
    ...match.values,
    ...found.values,
  );
};

/**
 * Each word must occur in an event's written texts, or in the name of its kind. From three characters on the trigrams of a word
 * choose the candidates, of two the trigrams that begin with them; every candidate is then looked at.
 */
export const searchConditions = (connection: Connection, text: string): readonly Sql[] =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const types = typesNamed(word);
      const written = inText(connection, word);
      if (types.length === 0) return written;
      const named = oneOf('type', types);
      return sql(`(${written.text} OR ${named.text})`, ...written.values, ...named.values);
    });
