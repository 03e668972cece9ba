import { oneOf } from '../schema/parts.ts';

export const organKind = () =>
  oneOf('government', 'commission', 'court', 'procuratorate', 'bureau', 'district', 'congress-body');

export type OrganKind = ReturnType<typeof organKind>['static'];

export const organStatus = () => oneOf('active', 'ended');

export type OrganStatus = ReturnType<typeof organStatus>['static'];

export const organEnding = () => oneOf('merged', 'dissolved');

export type OrganEnding = ReturnType<typeof organEnding>['static'];
