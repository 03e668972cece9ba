import { schemaCheck } from '../events/schema-check.ts';
import { closed } from '@duban/domain/schema';
import { outletSchemas } from '../events/schemas/relay.schemas.ts';

/** Body of both commands on an outlet, whose name comes from the address. */
export const outletCommandSchema = closed({ reason: outletSchemas.OutletPaused.properties.reason });

/** Every fault of such a body, by JSON Pointer; empty when it fits. */
export const outletFaults = schemaCheck(outletCommandSchema);
