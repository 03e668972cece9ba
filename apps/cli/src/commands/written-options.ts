import { forbiddenCharacter, isPersonId } from '@duban/contracts';
import { CodedError } from '@duban/kernel';

type Written = { readonly as?: string; readonly reason?: string; readonly basis?: string };

/**
 * What the command line puts into events beside files, by the rules that HTTP has.
 * @throws CodedError `validation-failed`, naming the option
 */
export const refuseUnwritable = ({ as, reason = '', basis = '' }: Written): void => {
  if (as !== undefined && !isPersonId(`person:${as}`))
    throw new CodedError('validation-failed', '--as: 1 to 100 letters, digits and . _ ~ + -');
  for (const [option, text] of Object.entries({ reason, basis })) {
    const found = forbiddenCharacter(text, 'text');
    if (found !== null)
      throw new CodedError('validation-failed', `--${option}: ${found.codePoint} (${String(found.at)})`);
  }
};
