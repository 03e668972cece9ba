import type { CaseCommand, CaseCommandOf, CaseCommandType } from '@duban/domain';

/** The one command that makes a case where there is none, and takes a number for it. */
export const OPENING = 'OpenCase' satisfies CaseCommandType;

export type Opening = CaseCommandOf<typeof OPENING>;

export const isOpening = (command: CaseCommand): command is Opening => command.type === OPENING;
