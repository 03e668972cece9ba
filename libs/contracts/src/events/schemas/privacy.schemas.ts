import { closed, count, oneOf, person, text } from '@duban/domain/schema';
import { ERASURE_REQUESTERS } from '../privacy.events.ts';

export const privacySchemas = {
  PersonalDataErased: closed({
    person: person(),
    legalBasis: text(),
    fields: count(),
    requestedBy: oneOf(...ERASURE_REQUESTERS),
  }),
};
