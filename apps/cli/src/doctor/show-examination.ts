import { type Language } from '@duban/contracts';
import { examinationTexts } from '@duban/domain/texts';
import { table } from '../output/table.ts';
import type { ExaminedLog, ExaminedRule } from './examine-log.ts';

type Place = ExaminedRule['places'][number];

const detailsOf = ({ details }: Place): string =>
  Object.entries(details)
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join(',') : String(value)}`)
    .join(' ');

const placeRow = (place: Place) => [
  '',
  `${place.stream}@${place.revision}`,
  place.eventType,
  detailsOf(place),
];

/** A block for each rule that found something: how often, what, and where. */
export const examinationLines = ({ rules }: ExaminedLog, language: Language): readonly string[] =>
  rules.flatMap(({ code, count, places }) => [
    '',
    `${count} × ${code}: ${examinationTexts[code][language]}`,
    table(places.map(placeRow)),
    ...(count > places.length ? [`  … +${count - places.length}`] : []),
  ]);

/** The same for programs. */
export const toldExamination = ({ cases, rules }: ExaminedLog, language: Language) => ({
  cases,
  rules: rules.map(({ code, count, places }) => ({
    code,
    text: examinationTexts[code][language],
    count,
    places,
  })),
});
