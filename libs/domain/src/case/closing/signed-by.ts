import { rejected, type Rejected } from '@duban/kernel';
import { uncorrectable } from '../../schema/corrections.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, person, whole } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import { samePersonBy } from '../../two-persons/two-persons.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { OpenedCase } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';
import { ownEntry } from '../own-entry.ts';
import { mayStandForTwo } from '../rules-today.ts';
import type { EventRecords } from '../step.ts';

const signedByInspector = closed({
  itemId: itemRef(),
  cycle: uncorrectable(whole(1)),
  signer: uncorrectable(person()),
});

/** Who signs the closing that follows inspected the item, too, as the rules of an office with too few people allow. */
export type SignedByInspector = Stored<'SignedByInspector', typeof signedByInspector>;

type Signed = SignedByInspector['data'];
type Persons = Pick<CommandContext, 'linkedPersons'>;

/** Who inspected the item in this round: whoever was there, and where nobody is named, who recorded it. */
const inspectorsOf = ({ records }: OpenedCase, itemId: string, cycle: number): readonly string[] =>
  records.inspections
    .filter(({ cycleOf }) => ownEntry(cycleOf, itemId) === cycle)
    .flatMap(({ by, data: { participants } }) => (participants.length > 0 ? participants : [by.id]));

/** Whether who signs inspected the item in this round, judged on the person under whichever id. */
export const inspected = (
  { itemId, cycle, signer }: Signed,
  state: OpenedCase,
  { linkedPersons }: Persons,
): boolean => {
  const samePerson = samePersonBy(linkedPersons);
  return inspectorsOf(state, itemId, cycle).some((id) => samePerson({ id }, { id: signer }));
};

const refuseInspector = (
  signed: Signed,
  state: OpenedCase,
  persons: Persons,
): Rejected<CaseRejection> | null =>
  inspected(signed, state, persons)
    ? rejected('closing.signer-inspected', { itemId: signed.itemId, signer: signed.signer })
    : null;

/** That an inspector signs, nothing where another person does, or why it is not taken. */
export const signature = (
  signed: Signed,
  state: OpenedCase,
  context: CommandContext,
): readonly SignedByInspector[] | Rejected<CaseRejection> => {
  const refusal = refuseInspector(signed, state, context);
  if (refusal === null) return [];
  return mayStandForTwo('closing', context) ? [{ type: 'SignedByInspector', data: signed }] : refusal;
};

/** Of a closing as it is corrected: another signer than the one who stands there did not inspect. */
export const refuseOtherSigner = (
  { itemId, cycle, signer }: Signed,
  state: OpenedCase,
  persons: Persons,
  standing: Signed,
): Rejected<CaseRejection> | null =>
  standing.signer === signer ? null : refuseInspector({ itemId, cycle, signer }, state, persons);

export const signatureEvents: EventRecords<SignedByInspector> = {
  SignedByInspector: {
    data: signedByInspector,
    seenBy: 'public',
    published: true,
    // The exception stands in the log; what was closed is said by the closing.
    fold: (state) => state,
  },
};
