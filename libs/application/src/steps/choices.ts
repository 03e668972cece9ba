import { type Choice, type FieldKind } from '@duban/contracts';
import { assignmentRoleTexts } from '@duban/domain/texts';
import {
  activeAssignments,
  allCycles,
  isOpen,
  organExistsOn,
  organNameOn,
  type Cycle,
  type ItemState,
  type OpenedCase,
  type OrganState,
  ownEntry,
} from '@duban/domain';
import { ORGAN_ROLES, type Role } from '@duban/kernel';

/** Where somebody stands who is about to take a step. */
export type ChoicePlace = {
  /** `person:<id>`. */
  readonly id: string;
  readonly role: string;
  readonly organ: string;
  /** ISO date in Asia/Shanghai. */
  readonly today: string;
  readonly state: OpenedCase;
  /** Null: the step is about the case as a whole. */
  readonly item: ItemState | null;
  readonly organs: Readonly<Record<string, OrganState>>;
};

const choice = (value: string, zh: string, en: string = zh): Choice => ({ value, label: { zh, en } });

const organName = ({ organs, today }: ChoicePlace, id: string): string => {
  const organ = ownEntry(organs, id);
  return (organ && organNameOn(organ, today)) ?? id;
};

const organChoices = (place: ChoicePlace): readonly Choice[] =>
  Object.entries(place.organs)
    .filter(([, organ]) => organExistsOn(organ, place.today))
    .map(([id]) => choice(id, organName(place, id)));

const itemChoices = ({ state, item }: ChoicePlace): readonly Choice[] =>
  (item === null ? Object.values(state.items) : [item])
    .filter((each) => item !== null || isOpen(each))
    .map(({ itemId, title }) => choice(itemId, title));

/** An organ acts on its own assignment; whoever distributes, on any. */
const assignmentChoices = (place: ChoicePlace, cycle: Cycle): readonly Choice[] => {
  const isConfined = ORGAN_ROLES.includes(place.role as Role) && place.role !== 'government-office';
  return activeAssignments(cycle)
    .filter(({ organ }) => !isConfined || organ === place.organ)
    .map(({ id, organ, role }) => {
      const name = organName(place, organ);
      const { zh, en } = assignmentRoleTexts[role];
      return choice(id, `${name}（${zh}）`, `${name} (${en})`);
    });
};

const measureChoices = ({ plans }: Cycle): readonly Choice[] =>
  (plans.at(-1)?.data.measures ?? []).map(({ id, text }) => choice(id, text));

const replyChoices = ({ replies }: Cycle): readonly Choice[] =>
  replies.map(({ data: { replyNo } }) => choice(replyNo, replyNo));

const commitmentChoices = (item: ItemState): readonly Choice[] =>
  allCycles(item)
    .flatMap(({ commitments }) => commitments)
    .filter(({ fulfilledBy, judgement }) => fulfilledBy === null || judgement === null)
    .map(({ id, text, dueOn }) => choice(id, `${text}（${dueOn}）`, `${text} (${dueOn})`));

const escalationChoices = ({ escalations }: ItemState): readonly Choice[] =>
  escalations
    .filter(({ decision }) => decision === null)
    .map(({ eventId, on, data: { reason } }) => choice(eventId, `${on} ${reason}`));

const proposalChoices = ({ state: { proposals } }: ChoicePlace): readonly Choice[] =>
  proposals
    .filter(({ status }) => status === 'waiting')
    .map(({ on, data: { proposalId, reason } }) => choice(proposalId, `${on} ${reason}`));

const objectionChoices = ({ state: { objections } }: ChoicePlace): readonly Choice[] =>
  objections
    .filter(({ decision }) => decision === null)
    .map(({ on, data: { objectionId, ground } }) => choice(objectionId, `${on} ${ground}`));

const reportChoices = ({ results }: OpenedCase): readonly Choice[] =>
  results
    .filter(({ items }) => Object.values(items).some(({ status }) => status === 'submitted'))
    .map(({ submitted: { reportNo } }) => choice(reportNo, reportNo));

/** The newest version of each file; a file that is held elsewhere is typed. */
const fileChoices = ({ attachments }: OpenedCase): readonly Choice[] =>
  attachments
    .filter(({ supersededBy }) => supersededBy === null)
    .map(({ data: { sha256, name } }) => choice(sha256, name));

const ofCycle = (place: ChoicePlace, choices: (cycle: Cycle) => readonly Choice[]): readonly Choice[] => {
  const cycle = place.item?.cycle ?? null;
  return cycle === null ? [] : choices(cycle);
};

/**
 * What can be chosen in a field of this kind, as things stand; undefined: it is typed. What is offered may still be
 * refused for what else is said; what is not offered there is not there.
 */
export const choicesIn = (kind: FieldKind, place: ChoicePlace): readonly Choice[] | undefined => {
  switch (kind) {
    case 'organ':
      return organChoices(place);
    case 'item':
      return itemChoices(place);
    case 'assignment':
      return ofCycle(place, (cycle) => assignmentChoices(place, cycle));
    case 'measure':
      return ofCycle(place, measureChoices);
    case 'reply':
      return ofCycle(place, replyChoices);
    case 'commitment':
      return place.item === null ? [] : commitmentChoices(place.item);
    case 'escalation':
      return place.item === null ? [] : escalationChoices(place.item);
    case 'proposal':
      return proposalChoices(place);
    case 'objection':
      return objectionChoices(place);
    case 'report':
      return reportChoices(place.state);
    case 'digest':
      return fileChoices(place.state);
    default:
      return undefined;
  }
};
