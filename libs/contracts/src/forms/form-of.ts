import { columnsOf, referenceOf } from '@duban/domain/schema';
import { fieldHelp } from '../texts/fields/field-help.texts.ts';
import { fieldText } from '../texts/fields/field.texts.ts';
import type { Choice, FieldKind, FieldLimits, Form, FormField } from './form-field.ts';
import { wordTexts } from './word-texts.ts';

type Node = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly patternProperties?: Readonly<Record<string, Node>>;
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly string[];
  readonly const?: string | number | boolean;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly 'x-free-text'?: boolean;
};

const PERSON = '^person:';

const textKind = (node: Node): FieldKind => {
  if (node.enum !== undefined) return 'word';
  if (node.format === 'date') return 'date';
  if (node['x-free-text'] === true) return 'free-text';
  return node.pattern?.startsWith(PERSON) === true ? 'person' : 'text';
};

const unaskable = (node: Node): never => {
  throw new Error(`no form can be made of ${JSON.stringify(node)}`);
};

const recordKind = (node: Node): FieldKind => {
  if (columnsOf(node) !== undefined) return 'table';
  return node.properties === undefined ? unaskable(node) : 'record';
};

const kindOf = (node: Node): FieldKind => {
  if (node.const !== undefined) return 'fixed';
  switch (node.type) {
    case 'object':
      return recordKind(node);
    case 'array':
      return 'list';
    case 'boolean':
      return 'flag';
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
      return referenceOf(node) ?? textKind(node);
    default:
      return unaskable(node);
  }
};

const limitsOf = (node: Node): FieldLimits | undefined => {
  const least = node.minLength ?? node.minItems ?? node.minimum;
  const most = node.maxLength ?? node.maxItems ?? node.maximum;
  const { pattern } = node;
  const limits = {
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    ...(pattern === undefined ? {} : { pattern }),
  };
  return Object.keys(limits).length === 0 ? undefined : limits;
};

const isNull = ({ type }: Node): boolean => type === 'null';

/** Null is nothing, and nothing may be left out; several kinds in one place are a value of any of them. */
const oneKind = (
  node: Node,
): { readonly node: Node; readonly isNullable: boolean; readonly isAny: boolean } => {
  const ways = node.anyOf ?? [node];
  const said = ways.filter((way) => !isNull(way));
  return { node: said[0] ?? node, isNullable: said.length < ways.length, isAny: said.length > 1 };
};

const choicesOf = (words: readonly string[]): readonly Choice[] => {
  const texts = wordTexts(words);
  return words.map((value) => ({ value, label: texts[value] ?? fieldText(value) }));
};

const tableOf = (node: Node): Partial<FormField> => {
  const columns = columnsOf(node);
  const [beside] = Object.values(node.patternProperties ?? {});
  if (columns === undefined || beside === undefined) return {};
  const { key, value } = columns;
  return { key: fieldOf(key.name, key.schema as Node, true), entry: fieldOf(value, beside, true) };
};

const insideOf = (name: string, kind: FieldKind, node: Node): Partial<FormField> => {
  if (kind === 'word') return { choices: choicesOf(node.enum ?? []) };
  if (kind === 'fixed' && node.const !== undefined) return { fixed: node.const };
  if (kind === 'record') return { fields: fieldsOf(node) };
  if (kind === 'table') return tableOf(node);
  return kind === 'list' && node.items !== undefined ? { entry: fieldOf(name, node.items, true) } : {};
};

const wordsOf = (node: Node): Node => {
  const words = (node.anyOf ?? []).map((way) => way.const);
  const isWords = words.length > 1 && words.every((word) => typeof word === 'number');
  return isWords ? { type: 'number', minimum: Math.min(...words), maximum: Math.max(...words) } : node;
};

const fieldOf = (name: string, schema: Node, isRequired: boolean): FormField => {
  const { node, isNullable, isAny } = oneKind(wordsOf(schema));
  const kind = isAny ? 'value' : kindOf(node);
  const limits = isAny ? undefined : limitsOf(node);
  const help = fieldHelp(name);
  return {
    ...{ name, kind, label: fieldText(name), optional: isNullable || !isRequired },
    ...(help === undefined ? {} : { help }),
    ...(limits === undefined ? {} : { limits }),
    ...(isAny ? {} : insideOf(name, kind, node)),
  };
};

const fieldsOf = ({ properties = {}, required = [] }: Node): readonly FormField[] =>
  Object.entries(properties).map(([name, node]) => fieldOf(name, node, required.includes(name)));

/**
 * The form of data that meets this schema.
 * @throws Error where the schema holds what no form can ask for: a fault of the schema, seen when the form is first made
 */
export const formOf = (schema: object): Form => {
  const node: Node = schema;
  return (node.anyOf ?? [node]).map(fieldsOf);
};
