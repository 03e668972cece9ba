import { oneOf } from '../schema/parts.ts';

/** Bodies of the Congress that decide together (OL 2022; inquiry committees: SL 57). */
export const bodyKind = () =>
  oneOf(
    'standing-committee',
    'chairpersons-council',
    'special-committee',
    'plenary',
    'presidium',
    'inquiry-committee',
  );

export type BodyKind = ReturnType<typeof bodyKind>['static'];
