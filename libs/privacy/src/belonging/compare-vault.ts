import { CodedError, LOG_START } from '@duban/kernel';
import type { Belongings } from '../vault/belongings.ts';
import { keysOf, namedKeys, stands, type Anchor, type NamedKeys, type RawReads } from './named-keys.ts';

export type Comparison = NamedKeys & {
  /** `vault.foreign`, `vault.too-old`, or null: what the log names is here. */
  readonly code: 'vault.foreign' | 'vault.too-old' | null;
  readonly found: string;
  /** Keys that the log needs and that were never here. */
  readonly unknown: readonly string[];
  /** How many texts need one of them. */
  readonly texts: number;
  /** The log was looked through from its beginning. */
  readonly whole: boolean;
};

const FINE = { code: null, found: '' } as const;

const anchorOf = (belongings: Belongings): Anchor | null => {
  const noted = belongings.note('anchor');
  return noted === null ? null : (JSON.parse(noted) as Anchor);
};

const verdict = (
  { keys, events }: NamedKeys,
  unknown: readonly string[],
  { whole, cases }: { readonly whole: boolean; readonly cases: number },
): Pick<Comparison, 'code' | 'found'> => {
  // Nobody writes of a case before rules and calendars are in the log.
  if (whole && events === 0 && cases > 0)
    return { code: 'vault.foreign', found: `it holds keys of ${cases} cases, and the log is empty` };
  if (unknown.length === 0) return FINE;
  if (whole && unknown.length === keys.size)
    return { code: 'vault.foreign', found: `it has none of the ${keys.size} keys that the log needs` };
  return { code: 'vault.too-old', found: `it lacks ${unknown.length} keys that the log needs` };
};

/**
 * Whether a vault has the keys that its log names: evidence that needs no number in either of them, so it holds for
 * logs that were written before anybody compared. Keys are random, so a foreign vault has none of them; one that was
 * restored too old lacks the newest; a key that an erasure destroyed is still known by its row. Writes nothing.
 */
export const compareVault = async (
  raw: RawReads,
  belongings: Belongings,
  { whole: wanted = false }: { readonly whole?: boolean } = {},
): Promise<Comparison> => {
  const anchor = wanted ? null : anchorOf(belongings);
  const whole = anchor === null || !(await stands(raw, anchor));
  const named = await namedKeys(raw, whole ? LOG_START : anchor.position);
  const unknown = belongings.unknownAmong(named.keys);
  const cases = belongings.countOf('case:');
  const lacking = new Set(unknown);
  const texts = [...named.rings].reduce(
    (sum, [k, count]) => (keysOf(k).some((key) => lacking.has(key)) ? sum + count : sum),
    0,
  );
  return { ...named, unknown, texts, whole, ...verdict(named, unknown, { whole, cases }) };
};

/** A person whom the vault knows and the log does not has a name beside them: so it can be missed later. */
const noteNames = (belongings: Belongings, { keys }: NamedKeys): void => {
  if (belongings.note('people') !== null) return;
  if (belongings.liveKeysOfKind('person:').some((key) => !keys.has(key))) belongings.keep('people', 'lost?');
};

/**
 * The vault remembers that it belongs to this log, and where the next comparison begins.
 * @throws CodedError `vault.foreign`, `vault.too-old`; nothing is remembered then
 */
export const bindVault = async (raw: RawReads, belongings: Belongings, file: string): Promise<Comparison> => {
  const comparison = await compareVault(raw, belongings);
  const { code, found, whole, last } = comparison;
  if (code !== null) throw new CodedError(code, `${file}: ${found}`);
  if (whole && belongings.note('compared') === null) {
    noteNames(belongings, comparison);
    belongings.keep('compared', new Date().toISOString());
  }
  if (last !== null) belongings.keep('anchor', JSON.stringify(last));
  return comparison;
};
