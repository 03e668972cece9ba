import { closed, id, listOf, whole } from '@duban/domain/schema';

export const checkpointSchemas = {
  CheckpointSealed: closed({
    origin: id(),
    size: whole(1),
    rootHash: id(),
    note: id(),
    verifierKeys: listOf(id()),
  }),
};
