import type { DateField, Mapping } from '../mapping/mapping.ts';
import type { Rule } from '../mapping/mapping.schema.ts';

type Dates = Readonly<Record<DateField, string | null>>;

/** A rule that a row breaks, and the sentence that says by what. */
export type Broken = { readonly rule: Exclude<Rule, 'doubled'>; readonly detail: string };

const isBefore = (date: string | null, other: string | null): boolean =>
  date !== null && other !== null && date < other;

/**
 * What no register can mean: what was closed before it was made, or has not happened yet. Dates compare as text, since
 * all are `yyyy-MM-dd`. The plan of a due date may lie in the future.
 */
export const implausibleDates = (
  dates: Dates,
  { dateColumns }: Mapping,
  today: string,
): readonly Broken[] => {
  const { madeOn, closedOn, dueOn } = dates;
  const says = (field: DateField): string => `${dateColumns[field] ?? field} ${dates[field] ?? ''}`;
  const order = (field: DateField): string => `${says(field)} 早于 ${says('madeOn')} / is before it`;
  const future = (field: DateField): string => `${says(field)} 晚于今天 ${today} / is after today`;
  return [
    ...(isBefore(today, madeOn) ? [{ rule: 'made-in-future' as const, detail: future('madeOn') }] : []),
    ...(isBefore(today, closedOn) ? [{ rule: 'closed-in-future' as const, detail: future('closedOn') }] : []),
    ...(isBefore(closedOn, madeOn)
      ? [{ rule: 'closed-before-made' as const, detail: order('closedOn') }]
      : []),
    ...(isBefore(dueOn, madeOn) ? [{ rule: 'due-before-made' as const, detail: order('dueOn') }] : []),
  ];
};
