import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@duban/kernel';
import { describeWith } from '../setup/describe-with.ts';
import { answerFacts } from './answer-facts.ts';
import { answerChanges, linesFor, readRegister, standing } from './answer-register.ts';
import { missingHistory } from './history.ts';

const DOCUMENT = new URL('../../docs/openapi.json', import.meta.url);

type Shape = { required: string[]; enum: string[]; properties: Record<string, object> };
type Editable = {
  readonly paths: Record<string, object>;
  readonly components: { readonly schemas: Record<'BoardItem' | 'ItemStage' | 'Readiness', Shape> };
};

const document = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as JsonObject;
const facts = answerFacts(document);
const register = linesFor(answerChanges('', facts));

/** What the register would tell of a document that somebody edited. */
const told = (edit: (document: Editable) => void): readonly string[] => {
  const edited = structuredClone(document);
  edit(edited as unknown as Editable);
  return answerChanges(register, answerFacts(edited)).map(({ kind, fact }) => `${kind}: ${fact}`);
};

describe('the register of answers', () => {
  it('says what the document says; `npm run docs:openapi` enters what is new, and tells what breaks a client', () => {
    expect(answerChanges(readRegister(), facts)).toEqual([]);
  });

  it('knows every route, and the words of a vocabulary', () => {
    const stands = standing(readRegister());
    expect(stands).toContain('GET /v1/board 200 application/json BoardPage');
    expect(stands).toContain('BoardItem.stage: ItemStage');
    expect(stands).toContain('ItemStage = "LOOKBACK"');
    expect(stands).toContain('Problem.reason?: string');
  });
});

describe('a change of an answer is told', () => {
  it('as a break where a word is no longer used, and as growth where there is one more', () => {
    const stages = ({ components }: Editable): string[] => components.schemas.ItemStage.enum;
    expect(told((edited) => stages(edited).shift())).toEqual(['taken-back: ItemStage = "REGISTERED"']);
    expect(told((edited) => stages(edited).push('HEARD'))).toEqual(['word-added: ItemStage = "HEARD"']);
  });

  it('as a break where a field is called otherwise, and the new name as something said', () => {
    const rename = ({ components }: Editable): void => {
      const { BoardItem } = components.schemas;
      const { caseTitle = {}, ...others } = BoardItem.properties;
      BoardItem.properties = { ...others, titleOfCase: caseTitle };
    };
    expect(told(rename)).toEqual([
      'taken-back: BoardItem.caseTitle: string',
      'said: BoardItem.titleOfCase?: string',
    ]);
  });

  it('as a break where a field may now be absent, or be of another type', () => {
    const loosen = ({ components }: Editable): void => {
      const { Readiness } = components.schemas;
      Readiness.required = Readiness.required.filter((name) => name !== 'status');
      Readiness.properties = { ...Readiness.properties, sealed: { type: ['integer', 'null'] } };
    };
    expect(told(loosen)).toEqual([
      'taken-back: Readiness.sealed: integer',
      'taken-back: Readiness.status: ReadinessStatus',
      'said: Readiness.sealed: integer|null',
      'said: Readiness.status?: ReadinessStatus',
    ]);
  });

  it('as a break where a route goes', () => {
    const gone = told(({ paths }) => Reflect.deleteProperty(paths, '/v1/board/summary'));
    expect(gone).toContain('taken-back: GET /v1/board/summary 200 application/json BoardSummary');
    expect(gone).toContain('taken-back: BoardFigureKey = "overdue"');
  });

  it('as nothing but something said where a field comes', () => {
    const add = ({ components }: Editable): void => {
      components.schemas.BoardItem.properties['colour'] = { type: 'string' };
    };
    expect(told(add)).toEqual(['said: BoardItem.colour?: string']);
  });
});

describeWith(missingHistory(), 'the register of answers in history', () => {
  const FILE = 'test/contracts/answers.register.txt';
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'safe.directory=*', ...args], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });

  it('only grew, and nobody has edited it since', () => {
    const commits = git('log', '--reverse', '--format=%H', '--', FILE)
      .split('\n')
      .filter((each) => each !== '');
    const texts = [...commits.map((commit) => git('show', `${commit}:${FILE}`)), readRegister()];
    const edited = texts.flatMap((each, index) =>
      index > 0 && !each.startsWith(texts[index - 1] ?? '') ? [commits[index] ?? 'the work tree'] : [],
    );
    expect(edited).toEqual([]);
  });
});
