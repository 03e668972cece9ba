import { CodedError } from '@duban/kernel';

const ADDRESS = /^[0-9a-f]{64}$/;
const LEVEL = 2;

/** `ab/cd/abcd…`: 65,536 folders, so that none grows large. An address becomes part of a path: nothing else passes. */
export const placeOf = (address: string): string => {
  if (!ADDRESS.test(address))
    throw new CodedError('attachment.bad-address', 'an address is 64 hexadecimal digits');
  return `${address.slice(0, LEVEL)}/${address.slice(LEVEL, LEVEL + LEVEL)}/${address}`;
};

/** Names of uploads under way: `<id>`, and `<id>.<address>` once kept. */
export const uploadName = (id: string, address: string | null): string =>
  address === null ? id : `${id}.${address}`;

export const uploadOf = (name: string): { readonly id: string; readonly address: string | null } => {
  const [id = '', address] = name.split('.');
  return { id, address: address !== undefined && ADDRESS.test(address) ? address : null };
};
