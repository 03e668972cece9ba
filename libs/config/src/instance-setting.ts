import type { Profile } from './config.ts';

/** Part of the name of a log of proofs, and so of its key. */
const NAME = /^[a-z0-9-]{1,32}$/;

/** Only the processes of a cluster have names, and each must have one that no other has. */
export const instanceOf = (text: string | null, profile: Profile, faults: string[]): string | null => {
  if (profile !== 'cluster') {
    if (text !== null) faults.push(`DUBAN_INSTANCE is set: the ${profile} profile is one process, remove it`);
    return null;
  }
  if (text === null) {
    faults.push(
      'DUBAN_INSTANCE is missing: name this process of the cluster, such as api-1, unlike any other',
    );
  } else if (!NAME.test(text)) {
    faults.push(`DUBAN_INSTANCE is "${text}": give 1 to 32 of a-z, 0-9 and -`);
  }
  return text;
};
