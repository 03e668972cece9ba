import type { ExportSource } from '../source/exported-event.ts';
import type { OcelEvent, OcelObject, OcelValue } from './ocel-log.ts';
import { readOcelLog } from './read-ocel-log.ts';

/**
 * How values are written. `text`: every value a string, which the published JSON schema of October 2023 wants; `native`: whole
 * numbers as numbers, which the documentation's own example shows. Readers take both.
 */
export type OcelValues = 'text' | 'native';

type Write = (value: OcelValue) => OcelValue;

const eventJson = ({ attributes, ...event }: OcelEvent, write: Write): string => {
  const { relationships, ...head } = event;
  const values = attributes.map(({ name, value }) => ({ name, value: write(value) }));
  return JSON.stringify({ ...head, attributes: values, relationships });
};

const objectJson = ({ id, type, attributes, relationships }: OcelObject, write: Write): string => {
  const values = attributes.map(({ name, time, value }) => ({ name, time, value: write(value) }));
  return JSON.stringify({ id, type, attributes: values, relationships });
};

async function* listed<Part>(
  parts: AsyncIterable<Part>,
  json: (part: Part) => string,
): AsyncGenerator<string> {
  let before = '\n';
  for await (const part of parts) {
    yield `${before}${json(part)}`;
    before = ',\n';
  }
}

/** OCEL 2.0 JSON, one object or event a line. The same log gives the same bytes. */
export async function* ocelJson(source: ExportSource, values: OcelValues = 'text'): AsyncGenerator<string> {
  const log = await readOcelLog(source);
  const write: Write = values === 'text' ? String : (value) => value;
  yield `{"objectTypes":${JSON.stringify(log.objectTypes)},\n`;
  yield `"eventTypes":${JSON.stringify(log.eventTypes)},\n"objects":[`;
  yield* listed(log.objects(), (object) => objectJson(object, write));
  yield '\n],\n"events":[';
  yield* listed(log.events(), (event) => eventJson(event, write));
  yield '\n]}\n';
}
