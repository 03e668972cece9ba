import { describe, expect, it } from '@jest/globals';
import { ERASED } from '@duban/contracts';
import { goldenLog, sourceOf, textOf } from '../golden-log.fixture.ts';
import { childrenNamed, readXml, type XmlNode } from '../xml/xml-reader.fixture.ts';
import { xesLog, type XesTraces } from './write-xes.ts';

const golden = goldenLog();
const cases = golden.filter(({ stream }) => stream.startsWith('case-'));
const xesOf = async (traces: XesTraces): Promise<XmlNode> =>
  readXml(await textOf(xesLog(sourceOf(golden), { traces, language: 'zh' })));
const log = await xesOf('cases');
const byItem = await xesOf('items');

const valueOf = (node: XmlNode | undefined, key: string): string | undefined =>
  node?.children.find(({ attributes }) => attributes['key'] === key)?.attributes['value'];
const tracesOf = (of: XmlNode) => childrenNamed(of, 'trace');
const eventsOf = (of: XmlNode) => tracesOf(of).flatMap((trace) => childrenNamed(trace, 'event'));

describe('XES', () => {
  it('declares the extensions that its keys come from', () => {
    const prefixes = childrenNamed(log, 'extension').map(({ attributes }) => attributes['prefix']);
    expect(prefixes).toEqual(['concept', 'time', 'lifecycle', 'org']);
    const keys = [...eventsOf(log), ...tracesOf(log)].flatMap(({ children }) =>
      children.map(({ attributes }) => attributes['key'] ?? ''),
    );
    const used = new Set(keys.filter((key) => key.includes(':')).map((key) => key.split(':')[0]));
    expect([...used].filter((prefix) => !prefixes.includes(prefix))).toEqual([]);
  });

  it('has a trace for every case with all its events, in the order of the log', () => {
    const streams = [...new Set(cases.map(({ stream }) => stream))].sort();
    expect(tracesOf(log).map((trace) => valueOf(trace, 'concept:name'))).toEqual(streams);
    for (const trace of tracesOf(log)) {
      const stream = valueOf(trace, 'concept:name');
      const ids = childrenNamed(trace, 'event').map((event) => valueOf(event, 'concept:instance'));
      expect(ids).toEqual(cases.filter((event) => event.stream === stream).map(({ id }) => id));
    }
  });

  it('gives tools what they ask for: a name everywhere, a time with its offset on every event', () => {
    for (const event of [...eventsOf(log), ...eventsOf(byItem)]) {
      expect(valueOf(event, 'concept:name')).toMatch(/^[A-Z][A-Za-z]+$/);
      expect(valueOf(event, 'time:timestamp')).toMatch(/T.*([+-]\d{2}:\d{2}|Z)$/);
      expect(valueOf(event, 'lifecycle:transition')).toBe('complete');
    }
  });

  it('has a trace for every item, with what concerns it and nothing else', () => {
    const items = new Set(
      cases.flatMap(({ type, stream, data }) =>
        type === 'ItemRegistered' || type === 'ItemImported'
          ? [`${stream}/item/${data['itemId'] as string}`]
          : [],
      ),
    );
    expect(new Set(tracesOf(byItem).map((trace) => valueOf(trace, 'concept:name')))).toEqual(items);
    expect(eventsOf(byItem).some((event) => valueOf(event, 'concept:name') === 'CaseOpened')).toBe(false);
  });

  it('marks what was imported', () => {
    const imported = tracesOf(byItem).filter((trace) => valueOf(trace, 'origin') === 'imported');
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.every((trace) => valueOf(trace, 'concept:name')?.startsWith('case-g4'))).toBe(true);
  });

  it('leaves out titles that were erased or that nobody opened', async () => {
    const unread = golden.map((event, index) => {
      const title = index % 2 === 0 ? ERASED : { enc: 'v1', ct: 'AA' };
      return event.type === 'ItemRegistered' ? { ...event, data: { ...event.data, title } } : event;
    });
    const wish = { traces: 'items', language: 'zh' } as const;
    const traces = tracesOf(readXml(await textOf(xesLog(sourceOf(unread), wish))));
    const observed = traces.filter((trace) => valueOf(trace, 'origin') === 'observed');
    expect(observed.map((trace) => valueOf(trace, 'title'))).toEqual(observed.map(() => undefined));
  });

  it('is the same bytes for the same log', async () => {
    const wish = { traces: 'items', language: 'en' } as const;
    expect(await textOf(xesLog(sourceOf(goldenLog()), wish))).toBe(
      await textOf(xesLog(sourceOf(golden), wish)),
    );
  });
});
