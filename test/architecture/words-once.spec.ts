import { expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './planted-tree.ts';

/** Sources that people write. The verifier shares no code with what it checks; the demo plays people, who say words. */
const NOT_WRITTEN =
  /node_modules|\/dist\/|\.gen\.ts$|\.spec\.|\.fixture\.|\/testing\/|^libs\/(?:audit\/verify|demo)\//;
const sources = globSync('{libs,apps}/**/src/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !NOT_WRITTEN.test(file),
);

/** Where the words of the field, of what is stored and of answers are said. */
const SAID_IN = /^libs\/(?:kernel|domain|contracts)\//;
/**
 * `vocabulary`: a schema or a constant that others can use. `repeated`: a union that says all words itself. Any other list is an
 * order of them or a choice among them, and the compiler holds it to their type.
 */
type Spelling = { readonly words: string; readonly as: 'vocabulary' | 'repeated' };

const wordsOf = (nodes: readonly ts.Node[]): readonly string[] | null => {
  const words = nodes.map((node) => {
    const said = ts.isLiteralTypeNode(node) ? node.literal : node;
    return ts.isStringLiteralLike(said) ? said.text : null;
  });
  return words.every((word) => word !== null) && words.length > 1 ? words : null;
};

const isConst = ({ parent }: ts.Node): boolean =>
  ts.isAsExpression(parent) && parent.type.getText() === 'const';

/** Held to a type already: `satisfies readonly Instrument[]`, `satisfies readonly (keyof Grounds)[]`, `Pick<EventView, …>`. */
const isHeld = ({ parent }: ts.Node): boolean =>
  ts.isSatisfiesExpression(parent.parent) ||
  (ts.isTypeReferenceNode(parent) && /^(?:Pick|Omit)$/.test(parent.typeName.getText()));

const isNothing = (node: ts.TypeNode): boolean =>
  node.kind === ts.SyntaxKind.UndefinedKeyword || node.getText() === 'null';

const callOf = (node: ts.Node): string =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) ? node.expression.text : '';

const spellingOf = (node: ts.Node): Spelling | null => {
  const spelled = (nodes: readonly ts.Node[], as: Spelling['as']): Spelling | null => {
    const words = wordsOf(nodes);
    // A code of a refusal is named wherever it is caught.
    return words?.every((word) => !word.includes('.')) === true && !isHeld(node)
      ? { words: [...words].sort().join(' '), as }
      : null;
  };
  if (ts.isCallExpression(node) && callOf(node) === 'oneOf') return spelled(node.arguments, 'vocabulary');
  if (ts.isUnionTypeNode(node))
    return spelled(
      node.types.filter((type) => !isNothing(type)),
      'repeated',
    );
  if (!ts.isArrayLiteralExpression(node)) return null;
  return isConst(node) || callOf(node.parent) === 'enumeration' ? spelled(node.elements, 'vocabulary') : null;
};

const spellingsIn = (text: string): readonly Spelling[] => {
  const found: Spelling[] = [];
  const visit = (node: ts.Node): void => {
    const spelling = spellingOf(node);
    if (spelling !== null) found.push(spelling);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
};

type Found = Spelling & { readonly file: string };

const found = sources.flatMap((file): readonly Found[] =>
  spellingsIn(readFileSync(join(root, file), 'utf8')).map((spelling) => ({ ...spelling, file })),
);

const spelledTwice = (all: readonly Found[]): readonly (readonly [string, readonly string[]])[] =>
  [...Map.groupBy(all, ({ words }) => words)].flatMap(([words, places]) =>
    places.length > 1 && places.some(({ as, file }) => as === 'vocabulary' && SAID_IN.test(file))
      ? [[words, places.map(({ file }) => file)] as const]
      : [],
  );

it('the words of the field and of answers are each spelled once', () => {
  expect(spelledTwice(found)).toEqual([]);
});

it.each([
  ['a union', "type Axis = 'recorded' | 'occurred';"],
  ['a union with nothing', "type Axis = 'occurred' | 'recorded' | null;"],
  ['another schema', "const axis = () => oneOf('recorded', 'occurred');"],
  ['another answer', "const axes = enumeration('Axis', ['recorded', 'occurred']);"],
])('%s that repeats a vocabulary is found', (_, repeated) => {
  const [known] = spellingsIn("export const AXES = ['recorded', 'occurred'] as const;");
  const [again] = spellingsIn(repeated);
  expect(again?.words).toBe(known?.words);
  const places = [known, again].map((each) => ({
    ...each,
    file: 'libs/domain/src/axis.ts',
  })) as readonly Found[];
  expect(spelledTwice(places)).toHaveLength(1);
});

it.each([
  ['a choice among them', "const some = ['recorded'] as const;"],
  [
    'an order of them that is held to their type',
    "const order = ['occurred', 'recorded'] as const satisfies readonly Axis[];",
  ],
  ['members of a record', "type Some = Pick<Told, 'recorded' | 'occurred'>;"],
  ['codes of refusals', "type Code = 'case.open' | 'case.closed';"],
])('%s is no second spelling', (_, text) => {
  expect(spellingsIn(text)).toEqual([]);
});
