import { createProofService, jcs } from '@duban/audit-log';
import { casePackage, exportSource, packageLines } from '@duban/interchange';
import { growSealed, sealedLog, type SealedLog } from './sealed-log.ts';
import { storedEvents } from './fake-log.ts';

export type SealedPackage = {
  readonly log: SealedLog;
  readonly key: string;
  /** The files of the package by path, to be tampered with. */
  readonly files: Map<string, string>;
};

const filesIn = (lines: readonly string[]): Map<string, string> => {
  const files = new Map<string, string>();
  for (const text of lines.slice(1)) {
    const { file, line } = JSON.parse(text) as { file: string; line: string };
    files.set(file, `${files.get(file) ?? ''}${line}\n`);
  }
  return files;
};

/** The same package as its one file of lines. */
export const asLines = (files: ReadonlyMap<string, string>): string =>
  [
    '{"format":"duban-case","version":1}',
    ...[...files]
      .filter(([, text]) => text !== '')
      .flatMap(([file, text]) =>
        text
          .replace(/\n$/, '')
          .split('\n')
          .map((line) => JSON.stringify({ file, line })),
      ),
  ].join('\n') + '\n';

/** The package of `case-1` of a log of `size` events in three cases, as the exporter writes it. */
export const sealedPackage = async (
  size: number,
  {
    sealed = size,
    told = storedEvents,
  }: { readonly sealed?: number; readonly told?: typeof storedEvents } = {},
): Promise<SealedPackage> => {
  const log = sealedLog();
  await growSealed(log, told(0, sealed));
  log.events.push(...told(sealed, size));
  const { checkpoint, proofText } = createProofService(log.store, log.hash);
  const proofs = { canonical: (event: object) => jcs(event), checkpoint, proofText };
  const source = await exportSource(log.reader);
  const lines: string[] = [];
  for await (const line of packageLines(casePackage({ source, stream: 'case-1', proofs }))) lines.push(line);
  return { log, key: log.verifierKey, files: filesIn(lines) };
};
