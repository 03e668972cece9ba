import { hash } from 'node:crypto';

/** A UUID that follows from the event by which an erasure was ordered: whoever carries it out finds the same one. */
export const erasureIdOf = (orderId: string): string => {
  const hex = hash('sha256', `erasure ordered by ${orderId}`);
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(18, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};
