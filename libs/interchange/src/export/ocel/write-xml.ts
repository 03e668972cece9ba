import type { ExportSource } from '../source/exported-event.ts';
import { XML_DECLARATION, xmlElement, xmlText } from '../xml/xml-text.ts';
import type { OcelEvent, OcelObject, OcelRelationship, OcelType } from './ocel-log.ts';
import { readOcelLog } from './read-ocel-log.ts';

const typeXml = (name: string, type: OcelType): string => {
  const attributes = type.attributes.map((attribute) => xmlElement('attribute', attribute)).join('');
  return `${xmlElement(name, { name: type.name }, xmlElement('attributes', {}, attributes))}\n`;
};

const typesXml = (name: string, types: readonly OcelType[]): string =>
  xmlElement(`${name}s`, {}, `\n${types.map((type) => typeXml(name, type)).join('')}`);

/** `relationship`, as in the text and the example of section 7.1; the schema of section 7.2 says `object` there. */
const relationsXml = (relationships: readonly OcelRelationship[]): string =>
  xmlElement(
    'objects',
    {},
    relationships
      .map(({ objectId, qualifier }) => xmlElement('relationship', { 'object-id': objectId, qualifier }))
      .join(''),
  );

const objectXml = ({ id, type, attributes, relationships }: OcelObject): string => {
  const values = attributes.map(({ name, time, value }) =>
    xmlElement('attribute', { name, time }, xmlText(String(value))),
  );
  const content = xmlElement('attributes', {}, values.join('')) + relationsXml(relationships);
  return `${xmlElement('object', { id, type }, content)}\n`;
};

const eventXml = ({ id, type, time, attributes, relationships }: OcelEvent): string => {
  const values = attributes.map(({ name, value }) =>
    xmlElement('attribute', { name }, xmlText(String(value))),
  );
  const content = xmlElement('attributes', {}, values.join('')) + relationsXml(relationships);
  return `${xmlElement('event', { id, type, time }, content)}\n`;
};

async function* each<Part>(parts: AsyncIterable<Part>, xml: (part: Part) => string): AsyncGenerator<string> {
  for await (const part of parts) yield xml(part);
}

/** OCEL 2.0 XML; objects before events, since readers resolve relations as they go. The same log gives the same bytes. */
export async function* ocelXml(source: ExportSource): AsyncGenerator<string> {
  const log = await readOcelLog(source);
  yield `${XML_DECLARATION}<log>\n`;
  yield `${typesXml('object-type', log.objectTypes)}\n${typesXml('event-type', log.eventTypes)}\n<objects>\n`;
  yield* each(log.objects(), objectXml);
  yield '</objects>\n<events>\n';
  yield* each(log.events(), eventXml);
  yield '</events>\n</log>\n';
}
