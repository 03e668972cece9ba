/** For specs only: a strict reader of the XML that we write. It shares nothing with the writer and refuses what is not well-formed. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
};

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const resolved = (raw: string): string => {
  if (/&(?!#\d+;|#x[0-9A-Fa-f]+;|(?:amp|lt|gt|quot|apos);)/.test(raw)) throw new Error(`bare & in ${raw}`);
  return raw
    .replaceAll(/&#x([0-9A-Fa-f]+);/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll(/&(\w+);/g, (_, name: string) => NAMED[name] ?? '');
};

const attributesIn = (raw: string): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {};
  const rest = raw.replaceAll(/\s+([\w:.-]+)="([^"<]*)"/g, (_, name: string, value: string) => {
    if (name in found) throw new Error(`attribute ${name} twice`);
    found[name] = resolved(value.replaceAll(/[\t\n\r]/g, ' '));
    return '';
  });
  if (rest.trim() !== '') throw new Error(`not an attribute: ${rest}`);
  return found;
};

const TAG = /<(\/?)([\w:-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/y;

// eslint-disable-next-line no-control-regex -- what no XML document may hold
const IMPOSSIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

export const readXml = (document: string): XmlNode => {
  if (!document.isWellFormed() || IMPOSSIBLE.test(document)) throw new Error('a character that XML has not');
  const declaration = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/.exec(document);
  if (declaration === null) throw new Error('no XML declaration');
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlNode[] = [root];
  for (let at = declaration[0].length; at < document.length;) {
    const current = open.at(-1) ?? root;
    if (document[at] !== '<') {
      const end = document.indexOf('<', at);
      const text = document.slice(at, end === -1 ? undefined : end);
      if (text.includes(']]>')) throw new Error(']]> in content');
      current.text += resolved(text.replaceAll(/\r\n?/g, '\n'));
      at = end === -1 ? document.length : end;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(document);
    if (tag === null) throw new Error(`not a tag: ${document.slice(at, at + 40)}`);
    const [whole, closing, name = '', attributes = '', empty] = tag;
    at += whole.length;
    if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes what it did not open`);
    } else {
      const node: XmlNode = { name, attributes: attributesIn(attributes), children: [], text: '' };
      current.children.push(node);
      if (empty !== '/') open.push(node);
    }
  }
  if (open.length !== 1) throw new Error('not everything is closed');
  const [document0, ...more] = root.children;
  if (document0 === undefined || more.length > 0 || root.text.trim() !== '') throw new Error('not one root');
  return document0;
};

export const childrenNamed = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? [];
