import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 720px)');

const listen = (listener: () => void): (() => void) => {
  query.addEventListener('change', listener);
  return () => {
    query.removeEventListener('change', listener);
  };
};

export const useNarrow = (): boolean => useSyncExternalStore(listen, () => query.matches);
