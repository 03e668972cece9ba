import { lightBands, type LightBand } from '@duban/projections';
import type { LightGround } from './reference.ts';
import { join, sql, type Sql } from './sql.ts';

export type Lights = {
  /** An expression over board rows that gives the rule, and one that gives its colour. */
  readonly color: Sql;
  readonly rule: Sql;
};

/** Bands are in order of their dates, so that the first one that is not over yet holds. */
const bandsCase = (bands: readonly LightBand[], field: 'color' | 'rule'): Sql => {
  const arms = bands.map((band) =>
    band.to === null ? sql('ELSE ?', band[field]) : sql('WHEN running <= ? THEN ?', band.to, band[field]),
  );
  return bands.length === 1
    ? sql('?', bands[0]?.[field] ?? '')
    : join([sql('CASE'), ...arms, sql('END')], ' ');
};

const inWords = (bands: readonly LightBand[]): string => JSON.stringify(bands);

/**
 * Lights as SQL for one day: the rules are turned into due-date bands once, so that a hundred thousand items are filtered and
 * counted inside the engine. Rule sets with the same bands share their arm.
 */
export const lightsOn = ({ calendar, ruleSets }: LightGround, today: string): Lights => {
  const banded = ruleSets.map(({ name, rules }) => ({ name, bands: lightBands({ rules, calendar, today }) }));
  const [usual] = banded;
  const others = banded.filter(({ bands }) => inWords(bands) !== inWords(usual?.bands ?? []));
  const expression = (field: 'color' | 'rule', still: string): Sql =>
    join(
      [
        sql(`CASE WHEN running IS NULL THEN ${still}`),
        sql(
          `WHEN awaits = 1 AND running < ? THEN '${field === 'color' ? 'grey' : 'waits-for-decision'}'`,
          today,
        ),
        ...others.map(({ name, bands }) =>
          join([sql('WHEN rule_set = ? THEN', name), bandsCase(bands, field)], ' '),
        ),
        sql('ELSE'),
        bandsCase(usual?.bands ?? [], field),
        sql('END'),
      ],
      ' ',
    );
  return {
    color: expression('color', `'grey'`),
    rule: expression('rule', `CASE WHEN ended THEN 'closed' ELSE 'no-due-date' END`),
  };
};
