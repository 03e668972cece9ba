import {
  CHANGED_PARTS,
  type ChangedPart,
  type RegisterChange,
  type RegisterChangeKind,
  type Standing,
} from '@duban/contracts';
import type { TimeAxis } from '@duban/kernel';
import type { CaseReplay } from './case-replay.ts';
import { registerAt, type Grounds, type RegisterLine } from './register-at.ts';

export type Between = {
  readonly from: string;
  readonly to: string;
  readonly by: TimeAxis;
  /** What a day is judged by; usually the rules and the calendar in force on it. */
  readonly groundsOn: (date: string) => Grounds;
};

const changedParts = (before: Standing | null, after: Standing | null): readonly ChangedPart[] =>
  before === null || after === null
    ? []
    : CHANGED_PARTS.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));

const kindOf = (before: Standing | null, after: Standing | null): RegisterChangeKind | null => {
  if (before?.open === true) return after?.open === true ? 'changed' : 'left';
  if (after?.open === true) return 'entered';
  return before === null && after !== null ? 'came-and-went' : null;
};

const changeOf = (
  { caseId, caseNo, itemId, itemNo, title, imported }: RegisterLine,
  before: Standing | null,
  after: Standing | null,
): readonly RegisterChange[] => {
  const kind = kindOf(before, after);
  const parts = changedParts(before, after);
  if (kind === null || (kind === 'changed' && parts.length === 0)) return [];
  return [{ caseId, caseNo, itemId, itemNo, title, imported, kind, parts, before, after }];
};

const byItem = (lines: readonly RegisterLine[]): ReadonlyMap<string, RegisterLine> =>
  new Map(lines.map((line) => [line.itemId, line]));

const changesIn = (replay: CaseReplay, { from, to, by, groundsOn }: Between): readonly RegisterChange[] => {
  const before = byItem(registerAt(replay, { date: from, by }, groundsOn(from)));
  const after = byItem(registerAt(replay, { date: to, by }, groundsOn(to)));
  return [...new Map([...before, ...after])].flatMap(([itemId, line]) =>
    changeOf(line, before.get(itemId)?.standing ?? null, after.get(itemId)?.standing ?? null),
  );
};

const order = (a: RegisterChange, b: RegisterChange): number => {
  const [left, right] = [`${a.caseNo}\n${a.caseId}`, `${b.caseNo}\n${b.caseId}`];
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

/**
 * What changed in the register between the ends of two days, for the packet of the Chairpersons' Council (主任会议): items that
 * entered or left, and for those that stayed their stage, light, due date, round and organs. By case number, then in the
 * order of the case. Pure: every case is folded twice, nothing else is asked.
 */
export const registerChanges = (
  replays: readonly CaseReplay[],
  between: Between,
): readonly RegisterChange[] => replays.flatMap((replay) => changesIn(replay, between)).sort(order);
