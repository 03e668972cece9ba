import type { LegalPeriod } from '../../calendar/calendar.ts';
import type { RuleSet } from '../../ruleset/ruleset.ts';
import type { ItemState } from '../case.state.ts';
import type { Disposition } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';

/** Continuous rectification, or closed under long-term tracking: looked at again and again. */
export const isTracked = (item: ItemState, disposition: Disposition | null): boolean =>
  item.rectificationType === 'continuous' || disposition === 'long-term-tracking';

export const lookBackPeriod = (
  item: ItemState,
  { periods }: RuleSet,
  disposition: Disposition | null,
): LegalPeriod => (isTracked(item, disposition) ? periods.lookBackContinuous : periods.lookBack);

/** The day the item was closed on; of an imported one, as far as its register knows. */
export const closedOn = ({ cycle, imported }: ItemState, { occurredOn }: CommandContext): string =>
  cycle?.closing?.data.closedOn ?? imported?.data.closedOn ?? imported?.on ?? occurredOn;
