import type { Page } from '@duban/read-store';
import type { FastifyReply } from '@duban/nest';

/** Points to the next page by header as well: the same question with another cursor. */
export const linkNext = <Item>(page: Page<Item>, reply: FastifyReply): Page<Item> => {
  if (page.next === null) return page;
  const [path = '', query = ''] = reply.request.url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', page.next);
  void reply.header('link', `<${path}?${parameters.toString()}>; rel="next"`);
  return page;
};
