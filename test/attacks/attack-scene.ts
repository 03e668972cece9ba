import { expect } from '@jest/globals';
import { CodedError } from '@duban/kernel';
import {
  openHttpOffice,
  type Answer,
  type Ask,
  type HttpOffice,
} from '../../apps/api/src/testing/http-office.fixture.ts';
import type { OfficeSeams } from '../../apps/api/src/composition/open-office.ts';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';

/** A paper of the day on which the attempt is made; what a body decides needs one. */
export const PAPER = { documentNo: '市人常办〔2025〕12号' };

/** The case that {@link AttackScene.walkThrough} tells; its one item is `i1`. */
export const CASE_ID = 'DB-2025-004';

/** Who sends what: a command on a case, by a persona of the demo (`so`, `wb`, `cc`, `gov`, `housing`, `deputy`, …). */
export type Attempt = {
  readonly by: string;
  readonly command: string;
  readonly data: object;
  readonly caseId?: string;
  readonly occurredAt?: string;
  readonly onBehalfOf?: string;
  readonly basis?: object;
  readonly decision?: object | null;
  readonly mandate?: object | null;
  readonly paper?: object | null;
};

export type AttackScene = {
  readonly http: HttpOffice;
  /** The office's clock; time stands still until the next call. ISO 8601 with offset. */
  readonly moveTo: (instant: string) => void;
  /** Plays the walk of one item, from where it stands, up to and with the `nth` (default: first) sending of this command. */
  readonly walkThrough: (command: string, nth?: number) => Promise<void>;
  /** The lawful way: asserts that it is taken. */
  readonly takes: (attempt: Attempt) => Promise<Answer>;
  /** Asserts this code, a title and a remedy in both languages, and a log that has not moved. */
  readonly refuses: (attempt: Attempt, code: string) => Promise<Answer>;
  /** The same for whatever is no command on a case. */
  readonly refusesRequest: (by: string, path: string, ask: Ask, code: string) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

const HAN = /\p{Script=Han}/u;

/** What has no lawful way yet, or none beyond a limit: the refusal says that it comes with a later release. */
const COMES_LATER: ReadonlySet<string> = new Set([
  'command.too-far-back',
  'publication.withheld',
  'privacy.person-named',
]);
const LATER = { zh: /将在(后续|以后的)版本/, en: /with a later (release|version)/ } as const;

/** A refusal of a rule has a reason, a body that does not fit has faults, everything else its own code. */
const codesOf = ({ body }: Answer): readonly unknown[] => {
  const { code, reason, errors } = body as { code?: string; reason?: string; errors?: { code: string }[] };
  return [reason, ...(errors ?? []).map((fault) => fault.code), code].filter((known) => known !== undefined);
};

/** Title and detail are there, and in the language that was asked for. */
const expectSentence = ({ body }: Answer, language: 'zh' | 'en'): void => {
  for (const sentence of [body['title'], body['detail']]) {
    expect(typeof sentence === 'string' && sentence.length > 1).toBe(true);
    expect(HAN.test(String(sentence))).toBe(language === 'zh');
  }
};

const requestOf = ({ command, data, caseId = CASE_ID, ...attempt }: Attempt): readonly [string, Ask] => {
  const { by: _by, ...envelope } = attempt;
  return [`/v1/cases/${caseId}/commands/${command}`, { method: 'POST', body: { data, ...envelope } }];
};

/** How many steps there are up to and with this one. */
const stepsThrough = (command: string, nth: number): number => {
  const ends = walk.flatMap((step, index) => (step.command === command ? [index] : []));
  const last = ends[nth - 1];
  if (last === undefined) throw new CodedError('scene.step', `the walk has no ${command} number ${nth}`);
  return last + 1;
};

/** An office of its own with one clock, for attacks over HTTP and the lawful ways beside them. */
export const openAttackScene = async (seams: OfficeSeams = {}): Promise<AttackScene> => {
  let now = Date.parse('2025-03-01T09:00:00+08:00');
  let walked = 0;
  const http = await openHttpOffice({ clock: { now: () => now }, ...seams });
  const moveTo = (instant: string): void => {
    now = Temporal.Instant.from(instant).epochMilliseconds;
  };
  const refusesRequest: AttackScene['refusesRequest'] = async (by, path, ask, code) => {
    const before = await http.office.store.head();
    let last: Answer | null = null;
    for (const language of ['zh', 'en'] as const) {
      const headers = { ...ask.headers, 'accept-language': language };
      last = await http.ask(by, path, { ...ask, headers });
      expect(last.status).toBeGreaterThanOrEqual(400);
      expect(last.status).toBeLessThan(500);
      expect(codesOf(last)).toContain(code);
      expectSentence(last, language);
      if (COMES_LATER.has(code)) expect(last.body['detail']).toMatch(LATER[language]);
    }
    expect(await http.office.store.head()).toBe(before);
    return last as Answer;
  };
  const takes: AttackScene['takes'] = async (attempt) => {
    const [path, ask] = requestOf(attempt);
    const answer = await http.ask(attempt.by, path, ask);
    expect([answer.status < 300, answer.status, codesOf(answer)]).toEqual([true, answer.status, []]);
    return answer;
  };
  return {
    http,
    moveTo,
    walkThrough: async (command, nth = 1) => {
      const end = stepsThrough(command, nth);
      for (const { at, by, command: name, data, basis, status = 200 } of walk.slice(walked, end)) {
        moveTo(`${at}T10:00:00+08:00`);
        if (status < 300) await takes({ by, command: name, data, ...(basis === undefined ? {} : { basis }) });
      }
      walked = end;
    },
    takes,
    refuses: (attempt, code) => refusesRequest(attempt.by, ...requestOf(attempt), code),
    refusesRequest,
    close: () => http.close(),
  };
};
