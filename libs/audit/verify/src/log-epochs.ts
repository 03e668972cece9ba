/** Records that say that the log lost its end before them, by index; filled as they are read. */
export type LogEpochs = number[];

/** As sealed: the text of a leaf record is canonical, so its type stands there in this form only. */
const BEGINNING = '"type":"LogEpochBegan"';

export const beginsEpoch = (leaf: string | null): boolean => leaf?.includes(BEGINNING) ?? false;

const SEGMENT = /\/epoch-(?<epoch>[1-9]\d*)(?=\/)/;

const epochIn = (origin: string): number => Number(SEGMENT.exec(origin)?.groups?.['epoch'] ?? 1);

/** `duban/cq/sha256` is what `duban/cq/epoch-2/sha256` was called before it lost something. */
export const isEarlierName = (earlier: string, origin: string): boolean =>
  earlier.replace(SEGMENT, '') === origin.replace(SEGMENT, '') && epochIn(earlier) < epochIn(origin);
