import type { TextReaders } from '@duban/domain';
import { eventTextPlaces } from './event-texts.ts';
import { stateTextPlaces } from './state-texts.ts';
import { treeOf, withoutTexts, type TextPlace, type TextTree } from './text-tree.ts';

/**
 * Who looks. `office`: those who keep the office's papers; `audit`: whoever checks that they are there; `congress`: the other
 * bodies and deputies of the Congress; `parties`: organs under supervision; `analysis`: the skeleton, for whoever has no part in the matter.
 */
export type Audience = 'office' | 'audit' | 'congress' | 'parties' | 'analysis';

const READ: Readonly<Record<TextReaders, readonly Audience[]>> = {
  parties: ['office', 'audit', 'congress', 'parties'],
  congress: ['office', 'audit', 'congress'],
  office: ['office'],
};

const trees = new Map<string, TextTree | null>();

/** What of these places the audience does not read, worked out once for each audience. */
const unread = (name: string, places: readonly TextPlace[], audience: Audience): TextTree | null => {
  const key = `${audience} ${name}`;
  const known = trees.get(key);
  if (known !== undefined) return known;
  const tree = treeOf(places.filter(({ readers }) => !READ[readers].includes(audience)));
  trees.set(key, tree);
  return tree;
};

/** The texts of an event of this type that the audience does not read; null where it reads them all, or there are none. */
export const unreadIn = (type: string, audience: Audience): TextTree | null => {
  const places = eventTextPlaces.get(type);
  return places === undefined ? null : unread(type, places, audience);
};

/** The data of an event of this type without the texts that are not for this audience. */
export const eventTextsSeenBy = <Data extends object>(type: string, data: Data, audience: Audience): Data =>
  withoutTexts(data, unreadIn(type, audience));

/** The state of a case without the texts that are not for this audience. */
export const stateTextsSeenBy = <State extends object>(state: State, audience: Audience): State =>
  withoutTexts(state, unread('', stateTextPlaces, audience));
