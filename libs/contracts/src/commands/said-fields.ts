import type { SchemaFault } from '../events/schema-fault.ts';

/** Numbers, grounds, questions and findings: whoever states one says something with it. */
const SAID: ReadonlySet<string> = new Set([
  ...[
    'reason',
    'reasons',
    'legalGround',
    'ground',
    'repeatGround',
    'departureReason',
    'explanation',
    'legalBasis',
  ],
  ...['caseNo', 'documentNo', 'meetingNo', 'listNo', 'archiveNo', 'reportNo', 'replyNo', 'appraisalNo'],
  ...['docNo', 'replyDocNo', 'title', 'text', 'subject', 'question', 'findings', 'measure', 'channel'],
  ...['defects', 'place', 'population', 'frame', 'contractor'],
]);

const DIGESTS: ReadonlySet<string> = new Set([
  'digest',
  'documentHash',
  'signedTallyHash',
  'datasetHash',
  'heldOutside',
]);

/** A letter or a digit of any script, besides those that fill a place and show nothing. */
const WORD = /(?![\u115F\u1160\u3164\uFFA0])[\p{L}\p{N}]/u;
const DIGEST = /^(?:sha256|sm3):[0-9a-f]{64}$/;

const faultOf = (name: string, value: string): Omit<SchemaFault, 'pointer'> | null => {
  if (SAID.has(name) && !WORD.test(value))
    return { code: 'text.blank', detail: 'must say something: a letter or a digit at least' };
  return DIGESTS.has(name) && !DIGEST.test(value)
    ? { code: 'digest.malformed', detail: 'is sha256: or sm3: and 64 hexadecimal digits in lower case' }
    : null;
};

/** An element of a list is what the list is called. */
const faultsAt = (name: string, value: unknown, pointer: string): readonly SchemaFault[] => {
  if (typeof value === 'string') {
    const fault = faultOf(name, value);
    return fault === null ? [] : [{ pointer, ...fault }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    faultsAt(Array.isArray(value) ? name : key, inner, `${pointer}/${key}`),
  );
};

/**
 * Texts that say nothing and digests that are none, in data that fits its schema. Events that are stored already are
 * never held to this, nor is what a register says of its items.
 */
export const saidFaults = (data: unknown): readonly SchemaFault[] => faultsAt('', data, '');
