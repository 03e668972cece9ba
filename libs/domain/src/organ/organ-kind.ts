import { oneOf } from '../schema/parts.ts';

export const organKind = () =>
  oneOf('government', 'commission', 'court', 'procuratorate', 'bureau', 'district', 'congress-body');

export type OrganKind = ReturnType<typeof organKind>['static'];
