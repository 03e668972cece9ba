import { closed, freeText, id, whole } from '@duban/domain/schema';

export const relaySchemas = {
  RelayAdvanced: closed({ epoch: whole(1), position: id(), holder: id() }),
};

export const outletSchemas = {
  OutletPaused: closed({ outlet: id(), reason: freeText() }),
  OutletResumed: closed({ outlet: id(), reason: freeText() }),
};
