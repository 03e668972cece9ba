import { digestsIn } from '../named-digests.ts';
import { onEachEvent } from './examination-rule.ts';

const DIGEST = /^(?:sha256|sm3):[0-9a-f]{64}$/;

/** A digest without a file is held outside; what is no digest at all says nothing of any file. */
export const digestRules = [
  onEachEvent('digest.malformed', ({ data }) =>
    digestsIn(data)
      .filter((digest) => !DIGEST.test(digest))
      .map((digest) => ({ digest })),
  ),
] as const;
