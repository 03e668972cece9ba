import { describe, expect, it } from '@jest/globals';
import { answerSchemas } from './answer-registry.ts';
import { sharedVocabularies } from './vocabularies.ts';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const nodesOf = (value: unknown): readonly Node[] =>
  isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : [];

const nodes = Object.values(answerSchemas).flatMap(nodesOf);

describe('schemas of answers', () => {
  it('have the name under which they are found', () => {
    const named = Object.entries(answerSchemas).filter(([, schema]) => 'title' in schema);
    expect(named.filter(([name, { title }]) => title !== name)).toEqual([]);
  });

  it('say null as a type and never as another option', () => {
    const unions = nodes.filter(({ anyOf }) => Array.isArray(anyOf));
    expect(unions.length).toBeGreaterThan(2);
    expect(unions.filter(({ anyOf }) => nodesOf(anyOf).some(({ type }) => type === 'null'))).toEqual([]);
  });

  it('close every object, or say in words who fills it', () => {
    const isClosed = ({ additionalProperties: more, description }: Node): boolean =>
      more === false || isNode(more) || (more === true && typeof description === 'string');
    const objects = nodes.filter(({ type }) => [type].flat().includes('object'));
    expect(objects.length).toBeGreaterThan(100);
    expect(objects.filter((node) => !isClosed(node))).toEqual([]);
  });

  it('have no vocabulary twice under two names', () => {
    const words = sharedVocabularies.map(({ enum: values }) => JSON.stringify(values));
    expect(new Set(words).size).toBe(words.length);
  });
});
