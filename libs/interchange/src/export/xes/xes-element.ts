import { xmlElement } from '../xml/xml-text.ts';

/** One attribute of XES: its kind is the element's name. */
export type XesAttribute = {
  readonly kind: 'string' | 'date' | 'int' | 'boolean' | 'id';
  readonly key: string;
  readonly value: string | number | null;
};

/** Attributes without a value are not there. */
export const xesAttributes = (attributes: readonly XesAttribute[]): string =>
  attributes
    .filter(({ value }) => value !== null && value !== '')
    .map(({ kind, key, value }) => xmlElement(kind, { key, value: String(value) }))
    .join('');

const EXTENSIONS = [
  ['Concept', 'concept', 'http://www.xes-standard.org/concept.xesext'],
  ['Time', 'time', 'http://www.xes-standard.org/time.xesext'],
  ['Lifecycle', 'lifecycle', 'http://www.xes-standard.org/lifecycle.xesext'],
  ['Organizational', 'org', 'http://www.xes-standard.org/org.xesext'],
] as const;

const extensions = EXTENSIONS.map(([name, prefix, uri]) =>
  xmlElement('extension', { name, prefix, uri }),
).join('\n');

/** What every trace and every event is promised to have. */
const globals = [
  xmlElement(
    'global',
    { scope: 'trace' },
    xesAttributes([{ kind: 'string', key: 'concept:name', value: '-' }]),
  ),
  xmlElement(
    'global',
    { scope: 'event' },
    xesAttributes([
      { kind: 'string', key: 'concept:name', value: '-' },
      { kind: 'date', key: 'time:timestamp', value: '1970-01-01T00:00:00Z' },
      { kind: 'string', key: 'lifecycle:transition', value: 'complete' },
    ]),
  ),
].join('\n');

const classifier = xmlElement('classifier', { name: 'Activity', keys: 'concept:name' });

/**
 * The beginning of a log of IEEE 1849. The version is the one that tools in use write and read; that of the 2023 edition could
 * not be confirmed.
 */
export const xesOpening = (name: string): string =>
  [
    '<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">',
    extensions,
    globals,
    classifier,
    xesAttributes([{ kind: 'string', key: 'concept:name', value: name }]),
    '',
  ].join('\n');
