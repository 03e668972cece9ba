import { isUnreadable, type AttachmentView } from '@duban/contracts';
import type { OpenedCase } from '@duban/domain';

type NamedBy = AttachmentView['namedBy'][number];
type Found = Map<string, NamedBy[]>;

const textIn = (value: object, name: string): string | null => {
  const text: unknown = (value as Readonly<Record<string, unknown>>)[name];
  return typeof text === 'string' ? text : null;
};

/** Every digest in a state, with the nearest event and item around it. */
const collect = (value: unknown, around: NamedBy, found: Found): void => {
  if (typeof value === 'string') {
    if (/^(?:sha256|sm3):[0-9a-f]{64}$/.test(value)) found.set(value, [...(found.get(value) ?? []), around]);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const here = {
    eventId: textIn(value, 'eventId') ?? around.eventId,
    itemId: textIn(value, 'itemId') ?? around.itemId,
  };
  for (const inner of Object.values(value)) collect(inner, here, found);
};

const NOWHERE: NamedBy = { eventId: null, itemId: null };

const distinct = (places: readonly NamedBy[]): readonly NamedBy[] => [
  ...new Map(places.map((place) => [`${place.eventId ?? ''} ${place.itemId ?? ''}`, place])).values(),
];

/** The files of a case, oldest first, each with where the case names it. */
export const attachmentViews = ({ attachments, ...rest }: OpenedCase): readonly AttachmentView[] => {
  const named: Found = new Map();
  collect(rest, NOWHERE, named);
  return attachments.map(({ data: { stored: _stored, ...data }, filedBy, filedAt, supersededBy }) => ({
    ...data,
    ...{ filedBy, filedAt, supersededBy },
    erased: isUnreadable(data.sha256) || isUnreadable(data.name),
    namedBy: distinct([...(named.get(data.sha256) ?? []), ...(named.get(data.sm3) ?? [])]),
  }));
};
