/** Who acts: `person:<id>`, the role in which they act, and the organ they act for. Names live in the person store, never here. */
export type Actor = {
  readonly id: string;
  readonly role: string;
  readonly organ: string;
};

/** On what authority: every command and event names it where it has one (domain.md section 2.3). */
export type Basis = {
  readonly documentNo?: string;
  readonly meeting?: string;
  readonly article?: string;
};
