import { organDecider } from '../../organ/organ.register.ts';
import type { OrganEvent } from '../../organ/organ.register.ts';
import type { OrganState } from '../../organ/organ.state.ts';
import { refuseUnsupervisable, refuseNotSupervising } from '../organ-access.ts';
import { occurredOn } from '../occurred.ts';
import { ownEntry } from '../own-entry.ts';
import type {
  ExaminationRule,
  ExaminedCaseEvent,
  ExaminedOtherEvent,
  FoundDetails,
} from './examination-rule.ts';

const CODES = [
  'organ.not-registered',
  'organ.not-yet-there',
  'organ.no-longer-there',
  'organ.not-supervised',
  'organ.not-of-the-congress',
] as const;

type OrganCode = (typeof CODES)[number];
type Register = Record<string, OrganState>;

const ORGAN_EVENTS = ['OrganRegistered', 'OrganRenamed', 'OrganMerged', 'OrganDissolved'];

/** Whom an event gives work to, and who leads or verifies; what an imported register says of its time is data. */
const namedIn = (
  event: ExaminedCaseEvent,
): { readonly work: readonly string[]; readonly leads: string | null } => {
  switch (event.type) {
    case 'CaseOpened': {
      const { addressee, leadCommittee } = event.data;
      return { work: addressee === null ? [] : [addressee], leads: leadCommittee };
    }
    case 'ItemAssigned':
      return {
        work: [...event.data.assignments.map(({ organ }) => organ), event.data.addressee],
        leads: null,
      };
    case 'ItemReassigned':
      return { work: [event.data.assignment.organ], leads: null };
    case 'ItemClosed':
      return { work: [], leads: event.data.verifier };
    default:
      return { work: [], leads: null };
  }
};

const ruleOf = (code: OrganCode): ExaminationRule<OrganCode> => ({
  code,
  begin: () => {
    const organs: Register = {};
    return {
      see: (event: ExaminedOtherEvent) => {
        if (!ORGAN_EVENTS.includes(event.type)) return;
        const { organId } = event.data as { readonly organId: string };
        const before = ownEntry(organs, organId) ?? organDecider.initialState;
        organs[organId] = organDecider.evolve(before, event as ExaminedOtherEvent & OrganEvent);
      },
      examine: (event): readonly FoundDetails[] => {
        const { work, leads } = namedIn(event);
        if (work.length === 0 && leads === null) return [];
        const context = { organs, occurredOn: occurredOn(event) };
        const refusals = [
          ...work.map((organ) => refuseUnsupervisable([organ], context)),
          leads === null ? null : refuseNotSupervising(leads, context),
        ];
        return refusals.flatMap((refusal) => (refusal?.rejected === code ? [refusal.details ?? {}] : []));
      },
    };
  },
});

export const namedOrganRules = CODES.map(ruleOf);
