import type { KeyObject } from 'node:crypto';
import type { Belongings } from './belongings.ts';
import type { ErasureJournal } from './erasure-journal.ts';

/** What encrypts one combination of subjects; `k` says which keys it was made of. */
export type Ring = { readonly k: string; readonly key: KeyObject };

/** Why a text can be read no more: by an erasure, or because its key is gone and somebody has accepted that. */
export type Unreadable = 'destroyed' | 'lost';

/** Whether what is written now will be there after the next start. */
export type VaultState = { readonly code: string; readonly remedy: string } | null;

/** Keys by whom they belong to: `case:<id>`, `person:<id>`. Synchronous, so that appends keep their order. */
export type Keyring = {
  /** To be called once before a piece of work: forgets keys that another process has destroyed meanwhile. */
  readonly refresh: () => void;
  /**
   * For writing; makes the keys that are missing, durable before it returns.
   * @throws CodedError `vault.missing`, `vault.foreign` when the file was removed or replaced since it was opened
   */
  readonly ringFor: (subjects: readonly string[]) => Ring;
  /**
   * For reading; `destroyed` as soon as one of the keys is, `lost` where its loss was accepted.
   * @throws CodedError `vault.key-unknown` for a key that was never here: another vault, or one restored too old
   */
  readonly ringOf: (k: string) => Ring | Unreadable;
  /** Whose keys these are, destroyed ones too. */
  readonly subjectsOf: (k: string) => readonly string[];
};

export type Vault = Keyring & {
  /** Ids of the keys of a subject that are not destroyed. */
  readonly liveKeysOf: (subject: string) => readonly string[];
  /**
   * Destroys the keys of a subject and what the files still hold of them. Repeating it is harmless, and needed after
   * `vault.not-emptied`.
   * @throws CodedError `vault.not-emptied`: destroyed, but another process kept the write-ahead file from being emptied
   */
  readonly destroy: (subject: string) => void;
  readonly erasures: ErasureJournal;
  readonly belongings: Belongings;
  /** Null: its files are where they were when it was opened. */
  readonly state: () => VaultState;
  readonly close: () => void;
};
