import { Type } from '@sinclair/typebox';
import { closed, id, whole } from '@duban/domain/schema';

export const leaseSchemas = {
  LeaseTaken: closed({ epoch: whole(1), holder: id(), until: Type.String({ format: 'date-time' }) }),
  LeaseReleased: closed({ epoch: whole(1), holder: id() }),
};
