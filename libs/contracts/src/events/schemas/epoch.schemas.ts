import { closed, id, listOf, orNull, whole } from '@duban/domain/schema';

export const epochSchemas = {
  LogEpochBegan: closed({
    epoch: whole(2),
    keptUpTo: orNull(id()),
    seenUpTo: orNull(id()),
    sealedKept: whole(0),
    sealedLost: whole(0),
    streamsCut: listOf(id()),
    lastHead: orNull(closed({ origin: id(), size: whole(1), note: id() })),
  }),
};
