import { holdsUnreadable, type Language } from '@duban/contracts';
import { readCaseEvent, subjectsOf, type ReadCaseEvent } from '../ocel/case-event.ts';
import { isCaseStream, type ExportSource } from '../source/exported-event.ts';
import { XML_DECLARATION, xmlElement } from '../xml/xml-text.ts';
import { xesAttributes, xesOpening } from './xes-element.ts';
import { xesEvent } from './xes-event.ts';

/** What one trace is: a whole case, or one item of it with the events of its case that concern it. */
export type XesTraces = 'cases' | 'items';

export type XesWish = { readonly traces: XesTraces; readonly language: Language };

type Trace = {
  readonly name: string;
  readonly title: string;
  readonly imported: boolean;
  readonly events: readonly ReadCaseEvent[];
};

/** Erased text is an absent attribute, and so is an envelope that nobody opened. */
const shown = (title: unknown): string => (typeof title === 'string' && !holdsUnreadable(title) ? title : '');

const isImport = ({ type }: ReadCaseEvent): boolean => type === 'ItemImported';

const caseTrace = (stream: string, events: readonly ReadCaseEvent[]): Trace => {
  const opening = events.find(({ type }) => type === 'CaseOpened');
  const title = opening?.type === 'CaseOpened' ? opening.data.source.title : '';
  return { name: stream, title: shown(title), imported: events.some(isImport), events };
};

const titleIn = (events: readonly ReadCaseEvent[]): string => {
  const naming = events.find(({ type }) => type === 'ItemRegistered' || type === 'ItemImported');
  return naming !== undefined && 'title' in naming.data ? shown(naming.data.title) : '';
};

const itemTraces = (stream: string, events: readonly ReadCaseEvent[]): readonly Trace[] => {
  const ids = new Set(events.flatMap(subjectsOf));
  return [...ids].map((itemId) => {
    const own = events.filter((event) => subjectsOf(event).includes(itemId));
    return {
      name: `${stream}/item/${itemId}`,
      title: titleIn(own),
      imported: own.some(isImport),
      events: own,
    };
  });
};

const traceXml = ({ name, title, imported, events }: Trace, { language }: XesWish): string => {
  const head = xesAttributes([
    { kind: 'string', key: 'concept:name', value: name },
    { kind: 'string', key: 'title', value: title },
    { kind: 'string', key: 'origin', value: imported ? 'imported' : 'observed' },
  ]);
  const lines = events.map((event) => `${xesEvent(event, language)}\n`);
  return `${xmlElement('trace', {}, `${head}\n${lines.join('')}`)}\n`;
};

const caseStreamsIn = async (source: ExportSource): Promise<readonly string[]> => {
  const streams = new Set<string>();
  for await (const { stream } of source.log()) if (isCaseStream(stream)) streams.add(stream);
  return [...streams].sort((a, b) => (a < b ? -1 : 1));
};

const readWhole = async (source: ExportSource, stream: string): Promise<readonly ReadCaseEvent[]> => {
  const events: ReadCaseEvent[] = [];
  for await (const stored of source.stream(stream)) events.push(readCaseEvent(stored));
  return events;
};

/** IEEE 1849 (XES), a trace after the other; memory for one case. The same log gives the same bytes. */
export async function* xesLog(source: ExportSource, wish: XesWish): AsyncGenerator<string> {
  yield XML_DECLARATION + xesOpening(`duban ${wish.traces}`);
  for (const stream of await caseStreamsIn(source)) {
    const events = await readWhole(source, stream);
    const traces = wish.traces === 'cases' ? [caseTrace(stream, events)] : itemTraces(stream, events);
    for (const trace of traces) yield traceXml(trace, wish);
  }
  yield '</log>\n';
}
