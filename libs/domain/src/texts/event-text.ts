import type { Message } from '@duban/kernel';
import type { Text } from './text.ts';
import type { Sentence } from './telling.ts';

/** How an event is called, and one sentence that tells it. */
export type EventText<Data> = {
  readonly label: Text;
  readonly zh: Sentence<Data>;
  readonly en: Sentence<Data>;
};

/** Texts for every event of a union: one left out does not compile. */
export type EventTexts<Event extends Message> = {
  readonly [Type in Event['type']]: EventText<Extract<Event, { readonly type: Type }>['data']>;
};
