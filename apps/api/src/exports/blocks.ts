/** A file as it is made, block by block. */
export type Blocks = AsyncGenerator<Uint8Array, void>;
