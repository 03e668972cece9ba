import type { Text } from '@duban/domain/texts';

/** What the command line ends with. Stable: scripts branch on it. */
export const EXIT = {
  ok: 0,
  /** A bug or something unforeseen. */
  failed: 1,
  /** What was asked for is malformed. */
  invalid: 2,
  /** A rule of the domain stands against it. */
  refused: 3,
  notFound: 4,
  /** Somebody was faster, or the key was used for something else. */
  conflict: 5,
  notAllowed: 6,
  /** Try again later. */
  unavailable: 7,
  /** The log or its proofs are damaged, tampered with, or newer than this release. */
  damaged: 8,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a code means to a caller and to people (contracts.md section 2). */
export type ErrorEntry = {
  readonly status: number;
  readonly exitCode: ExitCode;
  readonly title: Text;
  readonly remedy: Text;
};

export type ErrorEntries<Code extends string> = { readonly [Key in Code]: ErrorEntry };
