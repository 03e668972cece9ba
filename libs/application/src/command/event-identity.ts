import { v5 } from 'uuid';

/** Namespace of Duban's event ids; changing it would make every repeated command look new. */
const NAMESPACE = '6f0d9ad0-6a5d-5c43-9b6f-1d2b7e0c4a91';

/** UUIDv5 of command id and index: an append repeated after an unknown outcome is recognised (E26). */
export const eventIdOf = (commandId: string, index: number): string =>
  v5(`${commandId}/${String(index)}`, NAMESPACE);
