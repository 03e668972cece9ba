// eslint-disable-next-line no-control-regex -- exactly these characters have no place in XML 1.0
const IMPOSSIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader would make spaces of these in an attribute, and a line feed of the last everywhere.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const SPECIAL = /[&<>"\t\n\r]/g;

/**
 * A text for content or attributes of XML 1.0 (W3C, fifth edition, productions 2, 10 and 14). What XML cannot carry at all
 * (control characters, lone surrogates) is shown as U+FFFD, so that nothing vanishes unseen.
 */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(IMPOSSIBLE, '\uFFFD')
    .replace(SPECIAL, (character) => ENTITIES[character] ?? character);

export type XmlAttributes = Readonly<Record<string, string>>;

const attributesText = (attributes: XmlAttributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
    .join('');

/** An element with its content as it is written already; without content it closes itself. */
export const xmlElement = (name: string, attributes: XmlAttributes, content = ''): string =>
  content === ''
    ? `<${name}${attributesText(attributes)}/>`
    : `<${name}${attributesText(attributes)}>${content}</${name}>`;

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
