import { caseKind, legalDateOf, loadStream, stepsAt, stepsOfRole } from '@duban/application';
import { EXIT, type ExitCode } from '@duban/contracts';
import { ownEntry, type ItemState, type OpenedCase } from '@duban/domain';
import { CodedError, ORGAN_ROLES, type Role } from '@duban/kernel';
import type { Environment } from '../environment.ts';
import { onLog, referenceOf } from '../history/on-log.ts';
import { streamOf } from '../history/case-log.ts';
import { running, type CommonOptions } from './command-run.ts';
import { showOffered, showSteps } from './show-steps.ts';

export type StepsOptions = CommonOptions & {
  readonly role?: Role;
  readonly organ?: string;
  readonly as?: string;
  readonly case?: string;
  readonly item?: string;
};

/** Who asks: an organ's part says nothing without the organ, and no part says nothing of a case. */
const askerOf = ({ role, organ, as: person }: StepsOptions) => {
  if (role === undefined) throw new CodedError('steps.asker-unsaid', '--role');
  if (organ === undefined && ORGAN_ROLES.includes(role))
    throw new CodedError('steps.asker-unsaid', '--organ');
  if (person === undefined && role === 'deputy') throw new CodedError('steps.asker-unsaid', '--as');
  return { role, organ: organ ?? '', id: `person:${person ?? ''}` };
};

const itemIn = ({ items }: OpenedCase, itemId: string | undefined): ItemState | null => {
  if (itemId === undefined) return null;
  const item = ownEntry(items, itemId);
  if (item === undefined) throw new CodedError('item.unknown', itemId);
  return item;
};

const onCase = (options: StepsOptions, caseId: string, env: Environment): Promise<ExitCode> =>
  running(options, env, ({ console, config }) => {
    const asker = askerOf(options);
    return onLog(config, async (store) => {
      const { state } = await loadStream(store, caseKind, streamOf(caseId));
      if (state.status === 'unopened') throw new CodedError('case.unknown', caseId);
      const item = itemIn(state, options.item);
      const { organs } = await referenceOf(store, config);
      const today = legalDateOf(Date.now());
      showOffered(console, stepsAt({ ...asker, today, state, item, organs }).items);
      return EXIT.ok;
    });
  });

/** What can be sent at all; with a case, what can be done to it now and why the rest cannot. The log alone is asked. */
export const runSteps = (options: StepsOptions, env: Environment): Promise<ExitCode> =>
  options.case === undefined
    ? running(options, env, ({ console }) => {
        showSteps(console, stepsOfRole(options.role ?? null).items);
        return Promise.resolve(EXIT.ok);
      })
    : onCase(options, options.case, env);
