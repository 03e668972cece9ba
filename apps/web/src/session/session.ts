/** Who is signed in. It lives as long as the tab: on a shared computer nothing is left behind. */
import { useSyncExternalStore } from 'react';
import type { Persona } from '../api/answers.ts';

const KEY = 'duban.session';
const ENDED = 'duban.session-ended';

export type SessionEnd = 'expired' | 'signed-out';

const listeners = new Set<() => void>();
let known: { readonly text: string | null; readonly session: Persona | null } = { text: null, session: null };

const changed = (): void => {
  for (const listener of listeners) listener();
};

/** The same object as long as nothing changed, as React wants it. */
export const readSession = (): Persona | null => {
  const text = sessionStorage.getItem(KEY);
  if (text !== known.text) known = { text, session: text === null ? null : (JSON.parse(text) as Persona) };
  return known.session;
};

export const beginSession = (persona: Persona): void => {
  sessionStorage.removeItem(ENDED);
  sessionStorage.setItem(KEY, JSON.stringify(persona));
  changed();
};

export const endSession = (why: SessionEnd): void => {
  sessionStorage.removeItem(KEY);
  sessionStorage.setItem(ENDED, why);
  changed();
};

export const sessionEnd = (): SessionEnd | null => {
  const why = sessionStorage.getItem(ENDED);
  return why === 'expired' || why === 'signed-out' ? why : null;
};

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSession = (): Persona | null => useSyncExternalStore(listen, readSession);
