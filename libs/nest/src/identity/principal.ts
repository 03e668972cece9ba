import type { Actor } from '@duban/kernel';
import type { Role } from '@duban/kernel';

/** Who asks, as the token says. The name is for the page that shows it; it never goes into an event or a log line. */
export type Principal = {
  readonly id: string;
  readonly role: Role;
  readonly organ: string;
  readonly name: string;
  /** Until when the token speaks for them, in milliseconds since 1970. */
  readonly expiresAt: number;
};

export const actorOf = ({ id, role, organ }: Omit<Principal, 'expiresAt'>): Actor => ({ id, role, organ });
