import { actors, opening } from '../case-story.fixture.ts';
import { bureau, type Place, type Sent } from '../walk-place.fixture.ts';

/** For specs only: an item of a register, and what takes it back. */
export const everyImport: {
  readonly [Type in 'ImportItem' | 'TakeBackImport']: (place: Place) => Sent<Type>;
} = {
  ImportItem: ({ itemId, variant }) => ({
    by: actors.office,
    data: {
      opening: opening('register'),
      item: {
        ...{
          itemId,
          batchId: 'b1',
          title: 'Lamps',
          text: 'Lamps out',
          organ: bureau(variant),
          category: null,
        },
        register: { name: 'register', fileDigest: 'sha256:f', row: 2, number: itemId },
        proposers: [],
        ...{ madeOn: '2024-03-01', closedOn: null, dueOn: '2024-09-30', registerStatus: null },
        stage: variant === 0 ? 'RECTIFYING' : 'LISTED',
        ...{ disposition: null, reply: null, otherFacts: {}, warnings: [] },
      },
    },
  }),
  TakeBackImport: ({ itemId }) => ({
    by: actors.office,
    data: { itemId, batchId: 'b1', reason: 'wrong file' },
  }),
};
