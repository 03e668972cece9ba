import type { CaseEvent } from '../case.events.ts';
import { digestsIn, isFiled, namesDigest } from '../named-digests.ts';
import { onEachEvent } from './examination-rule.ts';

const DIGEST = /^(?:sha256|sm3):[0-9a-f]{64}$/;

const correctedDigests = ({ type, data }: CaseEvent): readonly string[] => {
  const changes = type === 'EventCorrected' ? [data] : type === 'CorrectionConfirmed' ? data.changes : [];
  return changes.flatMap(({ field, new: said }) =>
    namesDigest(field) && typeof said === 'string' ? [said] : [],
  );
};

/** A digest without a file is held outside; what is no digest at all says nothing of any file. */
export const digestRules = [
  onEachEvent('digest.malformed', ({ data }) =>
    digestsIn(data)
      .filter((digest) => !DIGEST.test(digest))
      .map((digest) => ({ digest })),
  ),
  // A correction could never say that a file is held elsewhere.
  onEachEvent('digest.not-filed', (event, before) =>
    correctedDigests(event)
      .filter((digest) => !isFiled(before, digest))
      .map((digest) => ({ digest })),
  ),
] as const;
