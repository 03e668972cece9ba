import { CodedError } from '@duban/kernel';
import type { FileFaultCode } from '@duban/contracts';

/** One thing wrong with a file. `line` counts physical lines of a text file and rows of a workbook, from 1. */
export type FileFault = {
  readonly code: FileFaultCode;
  readonly line: number | null;
  readonly column: string | null;
  /** What stands there, shortened. */
  readonly found: string | null;
};

export const fileFault = (
  code: FileFaultCode,
  place: { readonly line?: number; readonly column?: string; readonly found?: string } = {},
): FileFault => ({
  code,
  line: place.line ?? null,
  column: place.column ?? null,
  found: place.found === undefined ? null : shortened(place.found),
});

const SHOWN = 80;
const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const told = ({ code, line, column, found }: FileFault): string =>
  [
    line === null ? null : `line ${line}`,
    column === null ? null : `column "${column}"`,
    code,
    found === null ? null : `found "${found}"`,
  ]
    .filter((part) => part !== null)
    .join(', ');

/** The file is refused whole; the first fault gives the code, all of them are there for people. */
export class FileRefused extends CodedError {
  readonly faults: readonly FileFault[];

  constructor(faults: readonly [FileFault, ...FileFault[]], options?: ErrorOptions) {
    super(faults[0].code, faults.map(told).join('; '), options);
    this.name = 'FileRefused';
    this.faults = faults;
  }
}

export const refuseFile = (faults: readonly FileFault[]): void => {
  const [first, ...rest] = faults;
  if (first !== undefined) throw new FileRefused([first, ...rest]);
};
