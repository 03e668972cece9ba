import { useEffect } from 'react';

/** Classes of the rows that `j` and `k` walk, and of the link in each that `Enter` follows. */
export const LIST_ROW = 'list-row';
export const LIST_LINK = 'item-link';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]') !== null;

/** The focus is the mark: a screen reader and the eye follow the same thing, and Enter needs no code. */
const move = (step: number): void => {
  const links = [...document.querySelectorAll<HTMLElement>(`.${LIST_ROW} .${LIST_LINK}`)];
  const row = document.activeElement?.closest(`.${LIST_ROW}`);
  const here = links.findIndex((link) => link.closest(`.${LIST_ROW}`) === row);
  const next = here === -1 ? 0 : Math.min(Math.max(here + step, 0), links.length - 1);
  links[next]?.focus();
  links[next]?.scrollIntoView({ block: 'nearest' });
};

export const useListKeys = (searchField: string): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (event.key === 'j') move(1);
      else if (event.key === 'k') move(-1);
      else if (event.key === '/') document.getElementById(searchField)?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('keydown', pressed);
    };
  }, [searchField]);
};
