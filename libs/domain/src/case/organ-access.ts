import { rejected, type Rejected } from '@duban/kernel';
import { organNameOn, type OrganState, type RegisteredOrgan } from '../organ/organ.state.ts';
import { successorChain } from '../organ/successor.ts';
import type { OrganRoleRejection } from './case.rejections.ts';
import type { CommandContext } from './command-context.ts';
import { ownEntry } from './own-entry.ts';

type Refusal = Rejected<OrganRoleRejection> | null;

/** The register, and the day of the act. */
type Around = Pick<CommandContext, 'organs' | 'occurredOn'>;

/** Who is there on the day of the act: known, begun, and not ended. */
const refuseAbsent = (
  organ: string,
  state: OrganState | undefined,
  { organs, occurredOn }: Around,
): Refusal => {
  if (state === undefined || state.status === 'unregistered')
    return rejected('organ.not-registered', { organ });
  const since = state.names[0]?.from ?? occurredOn;
  if (occurredOn < since) return rejected('organ.not-yet-there', { organ, since });
  if (state.end === null || occurredOn < state.end.on) return null;
  const { organIds, endsIn } = successorChain((id) => ownEntry(organs, id), organ, occurredOn);
  const last = endsIn === 'active' ? organIds.at(-1) : undefined;
  const heir = last === undefined ? undefined : ownEntry(organs, last);
  return rejected('organ.no-longer-there', {
    organ,
    endedOn: state.end.on,
    successor: last ?? null,
    successorName: heir === undefined ? null : (organNameOn(heir, occurredOn) ?? null),
  });
};

const isCongressBody = ({ kind }: RegisteredOrgan): boolean => kind === 'congress-body';

/**
 * Whether each organ may be given work on that day: it is registered, there, and not of the Congress's side, which
 * supervises and is not supervised (Supervision Law art. 5).
 */
export const refuseUnsupervisable = (organs: readonly string[], context: Around): Refusal => {
  for (const organ of organs) {
    const state = ownEntry(context.organs, organ);
    const refusal = refuseAbsent(organ, state, context);
    if (refusal !== null) return refusal;
    if (state !== undefined && state.status !== 'unregistered' && isCongressBody(state))
      return rejected('organ.not-supervised', { organ });
  }
  return null;
};

/** Whether this organ may lead the supervision: registered, there, and of the Congress's side. */
export const refuseNotSupervising = (organ: string, context: Around): Refusal => {
  const state = ownEntry(context.organs, organ);
  const refusal = refuseAbsent(organ, state, context);
  if (refusal !== null) return refusal;
  return state !== undefined && state.status !== 'unregistered' && !isCongressBody(state)
    ? rejected('organ.not-of-the-congress', { organ })
    : null;
};
