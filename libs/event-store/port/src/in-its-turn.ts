import type { LogPage, StreamPage } from './event-reader.port.ts';

/**
 * A page that was read without waiting, handed out in a later turn of the loop. Who reads page after page would otherwise keep every timer,
 * message and request of its process waiting until the end of the log.
 */
export const inItsTurn = async <Page extends LogPage | StreamPage>(reading: Promise<Page>): Promise<Page> => {
  const page = await reading;
  // Most streams are one page; a command that needs no more waits for nobody.
  if (page.next === null) return page;
  return new Promise((resolve) => {
    setImmediate(resolve, page);
  });
};
