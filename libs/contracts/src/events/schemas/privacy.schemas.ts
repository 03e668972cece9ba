import { ERASURE_REQUESTERS } from '@duban/domain';
import { closed, count, oneOf, person, text } from '@duban/domain/schema';

export const privacySchemas = {
  PersonalDataErased: closed({
    person: person(),
    legalBasis: text(),
    fields: count(),
    requestedBy: oneOf(...ERASURE_REQUESTERS),
  }),
};
