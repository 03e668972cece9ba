import { rejected, type Rejected } from '@duban/kernel';
import { sameFacts } from '../../../equality/same-facts.ts';
import type { CaseCommandData } from '../../case.commands.ts';
import type { CaseDecision, DecisionsOf } from '../../case.decisions.ts';
import type { CaseRejection } from '../../case.rejections.ts';
import type { CaseState } from '../../case.state.ts';
import type { CommandContext } from '../../command-context.ts';
import { isOpen } from '../../item-access.ts';
import { unlessSupervisable, unlessSupervising } from '../../organ-access.ts';

/** Who is addressed is supervised, who leads supervises; both stand in the register on that day. */
const unlessPartiesFit = (
  { addressee, leadCommittee }: CaseCommandData['OpenCase'],
  context: CommandContext,
): Rejected<CaseRejection> | null =>
  unlessSupervisable(addressee === null ? [] : [addressee], context) ??
  (leadCommittee === null ? null : unlessSupervising(leadCommittee, context));

/** One source document, one legal addressee 立案. */
export const decideOpening = (
  data: CaseCommandData['OpenCase'],
  state: CaseState,
  context: CommandContext,
): CaseDecision => {
  if (state.status === 'unopened')
    return (
      unlessPartiesFit(data, context) ?? [
        { type: 'CaseOpened', data: { ...data, openedOn: context.occurredOn } },
      ]
    );
  const { openedOn, ...opened } = state.opened;
  return sameFacts(opened, data) ? [] : rejected('case.id-taken', { caseId: data.caseId, openedOn });
};

export const closingOfCaseDecisions: DecisionsOf<'LinkCase' | 'CloseCase' | 'ArchiveCase'> = {
  /** Kept even when the target does not resolve: years later it may be all there is. */
  LinkCase: (data, state) => {
    if (state.links.some((link) => sameFacts(link, data))) return [];
    return state.status === 'archived' ? rejected('case.not-open') : [{ type: 'CaseLinked', data }];
  },

  /** When every item is closed, merged or withdrawn (section 2.2). */
  CloseCase: (_data, state, { occurredOn }) => {
    if (state.status !== 'open') return [];
    const items = Object.values(state.items);
    const open = items.filter((item) => isOpen(item)).map(({ itemId }) => itemId);
    if (open.length > 0) return rejected('case.items-open', { itemIds: open });
    const dispositions = items.map(({ itemId, disposition }) => ({ itemId, disposition }));
    return [{ type: 'CaseClosed', data: { closedOn: occurredOn, dispositions } }];
  },

  ArchiveCase: (data, state) => {
    if (state.status === 'archived' && sameFacts(state.archived, data)) return [];
    return state.status === 'closed'
      ? [{ type: 'CaseArchived', data }]
      : rejected('case.not-closed', { status: state.status });
  },
};
