import { oneOf } from '../schema/parts.ts';

/** Bodies of the Congress that decide together (OL 2022; inquiry committees: SL 57). */
export const BODY_KINDS = [
  'standing-committee',
  'chairpersons-council',
  'special-committee',
  'plenary',
  'presidium',
  'inquiry-committee',
] as const;

export const bodyKind = () => oneOf(...BODY_KINDS);

export type BodyKind = (typeof BODY_KINDS)[number];
