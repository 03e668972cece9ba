import type { Position } from '@duban/kernel';
import type { Config } from '@duban/config';
import type { Language } from '@duban/contracts';
import type { ExportedEvent, ExportedRow, OcelValues, RegisterFormat, XesTraces } from '@duban/interchange';

type Register = {
  readonly language: Language;
  /** What organs are called; whatever is not here is shown by its id. */
  readonly names: ReadonlyMap<string, string>;
};

/** An export, said in plain data: which file, up to where. */
export type ExportTask =
  | { readonly kind: 'ocel-json'; readonly end: Position; readonly values: OcelValues }
  | { readonly kind: 'ocel-xml'; readonly end: Position }
  | {
      readonly kind: 'xes';
      readonly end: Position;
      readonly traces: XesTraces;
      readonly language: Language;
    }
  | ({ readonly kind: 'register'; readonly format: RegisterFormat } & Register)
  /** As it is stored, which the thread opens itself. */
  | { readonly kind: 'case-package'; readonly config: Config; readonly stream: string };

export type LogPage = { readonly events: readonly ExportedEvent[]; readonly next: Position };
export type StreamPage = { readonly events: readonly ExportedEvent[]; readonly next: number | null };
/** Empty: there are no more. */
export type RowPage = readonly ExportedRow[];

/** What the thread asks the other one for, one thing at a time: what is shown of log and read models is decided there. */
export type Question =
  | { readonly of: 'log'; readonly after: Position; readonly limit: number }
  | { readonly of: 'stream'; readonly stream: string; readonly from: number; readonly limit: number }
  | { readonly of: 'rows' }
  /** A piece of the file; answered once the client has taken it. */
  | { readonly of: 'room'; readonly block: Uint8Array };

export type FromThread =
  | Question
  | { readonly of: 'end' }
  | { readonly of: 'failure'; readonly code: string | null; readonly message: string };

/** To a question, and to no other: the thread waits for it. */
export type Answer = LogPage | StreamPage | RowPage | null;
