/** Requests that are as costly to look at as a body of a MiB can be. None of them is anything that an office sends. */
export type Costly = {
  readonly name: string;
  /** Whose request would be looked at. */
  readonly role: string;
  readonly path: string;
  readonly body: string;
};

const LARGEST = 1_048_576;

/** Pieces until the body is full. */
const filled = (head: string, piece: (n: number) => string, tail: string): string => {
  const pieces: string[] = [];
  let length = Buffer.byteLength(head + tail);
  for (let n = 0; ; n += 1) {
    const next = `${n === 0 ? '' : ','}${piece(n)}`;
    length += Buffer.byteLength(next);
    if (length > LARGEST) return `${head}${pieces.join('')}${tail}`;
    pieces.push(next);
  }
};

const LIST = '"listNo":"L1","approvedBy":"cq-cc","meetingNo":"M1"';
const field = (n: number): string => `"k${String(n)}":1`;
const record = (n: number): string => `{${[0, 1, 2, 3, 4].map((at) => field(n * 5 + at)).join()}}`;

const many = (count: number, piece: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => piece(n)).join();

const bodies: Readonly<Record<string, string>> = {
  'unknown fields of the data': filled(`{"data":{${LIST},"itemIds":["i1"],`, field, '}}'),
  'unknown fields of the envelope': filled(`{"data":{${LIST},"itemIds":["i1"]},`, field, '}'),
  'fields of the basis': filled(`{"data":{${LIST},"itemIds":["i1"]},"basis":{`, field, '}}'),
  'a long list of ids': filled(`{"data":{${LIST},"itemIds":[`, (n) => `"i${String(n)}"`, ']}}'),
  'a long list of numbers': filled(`{"data":{${LIST},"itemIds":[`, () => '1', ']}}'),
  'a long list of records': filled(`{"data":{${LIST},"itemIds":[`, record, ']}}'),
  'as many records as are let through': `{"data":{${LIST},"itemIds":[${many(999, record)}]}}`,
  'as many long texts as are let through': `{"data":{${LIST},"itemIds":[${many(999, () => `"${'督'.repeat(345)}"`)}]}}`,
  'as many fields as are let through': `{"data":{${many(198, (n) => `"f${String(n)}":{${many(48, field)}}`)}}}`,
  'as deep as is let through': `{"data":{${LIST},"itemIds":[${many(240, () => `${'['.repeat(36)}1${']'.repeat(36)}`)}]}}`,
  'lists in lists': `{"data":{${LIST},"itemIds":${'['.repeat(520_000)}${']'.repeat(520_000)}}}`,
  'records in records': `{"data":{${LIST},"itemIds":${'{"a":'.repeat(170_000)}1${'}'.repeat(170_000)}}}`,
  'a long text': `{"data":{${LIST},"itemIds":["${'督'.repeat(340_000)}"]}}`,
  'a long text of escapes': `{"data":{${LIST},"itemIds":["${'\\u7763'.repeat(170_000)}"]}}`,
  'a text of unseen characters': `{"data":{${LIST},"itemIds":["${'\u200B'.repeat(340_000)}"]}}`,
  'one field many times': filled(`{"data":{${LIST},"itemIds":["i1"],`, () => '"k":1', '}}'),
  'no JSON at its end': filled(`{"data":{${LIST},`, field, ''),
};

const COMMAND = '/v1/cases/open-1/commands/approve-list';
const others = ['/v1/organs/cq-x/commands/register-organ', '/v1/people', '/v1/rule-trials', '/v1/rule-sets'];
const kinds = [
  'unknown fields of the data',
  'as many records as are let through',
  'as many long texts as are let through',
];

export const costlyRequests: readonly Costly[] = [
  ...Object.entries(bodies).map(([name, body]) => ({
    name,
    role: 'chairpersons-council',
    path: COMMAND,
    body,
  })),
  ...others.flatMap((path) =>
    kinds.map((name) => ({
      name: `${name}, to ${path}`,
      role: 'supervision-office',
      path,
      body: bodies[name] ?? '',
    })),
  ),
];
