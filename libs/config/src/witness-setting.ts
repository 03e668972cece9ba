import type { WitnessSetting } from './config.ts';

const VERIFIER_KEY = /^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/;

export const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);

/** `<address>#<verifier key>`, comma-separated. The key is pinned here: what another key signs is not kept. */
export const witnessesOf = (name: string, text: string | null, faults: string[]): readonly WitnessSetting[] =>
  (text ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .flatMap((entry) => {
      const split = entry.indexOf('#');
      const url = entry.slice(0, split).replace(/\/?$/, '/');
      const verifierKey = entry.slice(split + 1);
      if (split > 0 && isWebAddress(url) && VERIFIER_KEY.test(verifierKey)) return [{ url, verifierKey }];
      faults.push(`${name} holds "${entry}": write it as https://address/#<verifier key>`);
      return [];
    });
