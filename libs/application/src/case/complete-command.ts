import {
  caseStream,
  addresseeOf,
  isOpen,
  type CaseCommandData,
  type CaseCommandType,
  type CaseState,
  type OpenedCase,
  ownEntry,
  type SurveyState,
} from '@duban/domain';
import { IMPORTING } from '../import/importing.ts';
import { OPENING } from './opening.ts';

/** Reads another case as the log has it now. */
export type LoadCase = (caseId: string) => Promise<CaseState>;

export type Completing = {
  readonly caseId: string;
  readonly tenant: string;
  readonly load: LoadCase;
  readonly loadSurvey: (surveyId: string) => Promise<SurveyState>;
};

type Target = NonNullable<CaseCommandData['MergeInto']['target']>;
type Address = { readonly caseId: string; readonly itemId: string };

const ELSEWHERE = /^case-(?<caseId>[^/]+)\/(?<itemId>.+)$/;

/** `case-<id>/<itemId>`, or an item of the case at hand. */
const addressOf = (reference: string, here: string): Address => {
  const { caseId = here, itemId = reference } = ELSEWHERE.exec(reference)?.groups ?? {};
  return { caseId, itemId };
};

const nameOf = ({ caseId, itemId }: Address): string => `${caseStream(caseId)}/${itemId}`;

const opened = async (load: LoadCase, caseId: string): Promise<OpenedCase | null> => {
  const state = await load(caseId);
  return state.status === 'unopened' ? null : state;
};

/** Every item that this one was merged into, through all cases, each by its full name. */
const mergeChain = async (
  at: Address,
  load: LoadCase,
  before: readonly string[] = [],
): Promise<readonly string[]> => {
  const into = (await opened(load, at.caseId))?.items[at.itemId]?.mergedInto ?? null;
  if (into === null) return before;
  const next = addressOf(into, at.caseId);
  return before.includes(nameOf(next)) ? before : mergeChain(next, load, [...before, nameOf(next)]);
};

const targetOf = async (at: Address, load: LoadCase): Promise<Target | undefined> => {
  const state = await opened(load, at.caseId);
  const item = state?.items[at.itemId];
  if (state === null || item === undefined) return undefined;
  return {
    caseId: at.caseId,
    supervisionForm: state.opened.supervisionForm,
    addressee: addresseeOf(state, item),
    open: isOpen(item),
    mergedInto: await mergeChain(at, load),
  };
};

const completeMerge = async (
  data: CaseCommandData['MergeInto'],
  { caseId, load }: Completing,
): Promise<CaseCommandData['MergeInto']> => {
  const at = addressOf(data.intoItemId, caseId);
  if (at.caseId === caseId && !data.intoItemId.includes('/')) return data;
  const target = await targetOf(at, load);
  return target === undefined ? data : { ...data, target };
};

/** The tally of this wave as it was closed in a survey of ours. */
const completeWave = async (
  data: CaseCommandData['RecordSurveyWave'],
  { loadSurvey }: Completing,
): Promise<CaseCommandData['RecordSurveyWave']> => {
  const survey = await loadSurvey(data.surveyId);
  const waves = survey.status === 'designed' ? survey.waves : {};
  return { ...data, closedWave: ownEntry(waves, data.waveId)?.closed?.tally ?? null };
};

/**
 * Adds what the sender of a command does not say: the case of the address, the office's tenant, and the facts of an
 * item in another case or of a survey. Whatever is missing there is left out, and the decider refuses.
 */
export const completeCommand = async (
  type: CaseCommandType,
  data: object,
  around: Completing,
): Promise<object> => {
  const { caseId, tenant } = around;
  switch (type) {
    case OPENING:
      return { ...data, caseId, tenant };
    case IMPORTING: {
      const { opening, item } = data as CaseCommandData[typeof IMPORTING];
      return { opening: { ...opening, caseId, tenant }, item };
    }
    case 'RecordSurveyWave':
      return completeWave(data as CaseCommandData['RecordSurveyWave'], around);
    case 'MergeInto':
      return completeMerge(data as CaseCommandData['MergeInto'], around);
    default:
      return data;
  }
};
