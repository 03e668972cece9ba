import { at, clock, type SampleStream } from './sample.ts';

const origin = 'duban/cq/sha256';
const signature =
  'rbDRNGQ/lbf4WGtnWz15zJBqgS/dfjoKWBs8UJJaE6kxBszzxi1NxQ9bsrrXUN0eWgaUKNR7rMa4V+0YEF/R+s3rjAA=';

/** A log that lost the last seven of 107 sealed records, and was taken on with. */
export const epochSample: SampleStream = {
  stream: 'checkpoint-epochs',
  steps: [
    [
      at('2026-08-06'),
      clock,
      {
        type: 'LogEpochBegan',
        data: {
          epoch: 2,
          keptUpTo: 'n1.00000000000000000100',
          seenUpTo: 'n1.00000000000000000109',
          sealedKept: 100,
          sealedLost: 7,
          streamsCut: ['case-g1', 'case-g4'],
          lastHead: {
            origin,
            size: 107,
            note: `${origin}\n107\n3VbeQTeVHZySaBsDQW7BX4hrRIKifjpRfTLwhSRMvl0=\n\n— ${origin} ${signature}\n`,
          },
        },
      },
    ],
  ],
};
