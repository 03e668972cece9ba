import { compileSchema } from '../events/compile-schema.ts';
import { faultOf, type SchemaFault } from '../events/schema-fault.ts';
import { closed } from '../events/schemas/parts.ts';
import { outletSchemas } from '../events/schemas/relay.schemas.ts';

/** Body of both commands on an outlet, whose name comes from the address. */
export const outletCommandSchema = closed({ reason: outletSchemas.OutletPaused.properties.reason });

const check = compileSchema<unknown>(outletCommandSchema);

/** Every fault of such a body, by JSON Pointer; empty when it fits. */
export const outletFaults = (data: unknown): readonly SchemaFault[] =>
  check(data) ? [] : (check.errors ?? []).map(faultOf);
