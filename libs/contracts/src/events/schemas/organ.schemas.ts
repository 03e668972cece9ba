import { closed, date, id, oneOf, orNull, text } from '@duban/domain/schema';

const kind = oneOf(
  'government',
  'commission',
  'court',
  'procuratorate',
  'bureau',
  'district',
  'congress-body',
);

export const organSchemas = {
  OrganRegistered: closed({ organId: id(), kind, name: text(), since: date() }),
  OrganRenamed: closed({ organId: id(), name: text(), from: date() }),
  OrganMerged: closed({ organId: id(), into: id(), on: date() }),
  OrganDissolved: closed({ organId: id(), successor: orNull(id()), on: date() }),
};
