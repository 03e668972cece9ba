import { at, clock, type SampleStream } from './sample.ts';

const origin = 'duban/cq/sha256';
const rootHash = '3VbeQTeVHZySaBsDQW7BX4hrRIKifjpRfTLwhSRMvl0=';
const signature =
  'rbDRNGQ/lbf4WGtnWz15zJBqgS/dfjoKWBs8UJJaE6kxBszzxi1NxQ9bsrrXUN0eWgaUKNR7rMa4V+0YEF/R+s3rjAA=';

/** A signed head, written down; a key that was thrown away signed it. */
export const checkpointSample: SampleStream = {
  stream: 'checkpoint-events',
  steps: [
    [
      at('2026-08-05'),
      clock,
      {
        type: 'CheckpointSealed',
        data: {
          origin,
          size: 107,
          rootHash,
          note: `${origin}\n107\n${rootHash}\n\n— ${origin} ${signature}\n`,
          verifierKeys: [`${origin}+adb0d134+AUlE6ZianQg+6Qq1NdqWAiHgWyum2NB95Kj1Us51GTX8`],
        },
      },
    ],
  ],
};
