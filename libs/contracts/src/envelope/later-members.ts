import { CodedError, ENVELOPE_VERSION, type Grounds, type LaterMembers } from '@duban/kernel';
import { laterMembers, saidGroundSchemas, shanghaiDateOf } from '@duban/domain';
import { stringFaultsOf } from '../characters/string-faults.ts';
import { schemaChecks } from '../events/schema-check.ts';
import { EventSchemaError, type SchemaFault } from '../events/schema-fault.ts';
import { sayNothingAsStored } from '../commands/nothing-said.ts';

const GROUNDS = ['decision', 'mandate', 'paper'] as const satisfies readonly (keyof Grounds)[];

type Said = { readonly [Ground in keyof Grounds]?: unknown };

const saidChecks = schemaChecks(saidGroundSchemas);
const stringChecks = {
  decision: stringFaultsOf(saidGroundSchemas.decision),
  mandate: stringFaultsOf(saidGroundSchemas.mandate),
  paper: stringFaultsOf(saidGroundSchemas.paper),
};
const storedChecks = schemaChecks({ laterMembers });

/** Null and absent mean the same beside the data, too. */
export const groundsSaid = (said: Said): Grounds =>
  Object.fromEntries(
    GROUNDS.flatMap((ground) => {
      const value = said[ground] ?? undefined;
      return value === undefined ? [] : [[ground, sayNothingAsStored(saidGroundSchemas[ground], value)]];
    }),
  );

/** Every fault of what a request says of its ground, by JSON Pointer from the body; empty when it fits. */
export const groundFaults = (said: Said): readonly SchemaFault[] =>
  GROUNDS.flatMap((ground) =>
    said[ground] === undefined
      ? []
      : [...saidChecks[ground](said[ground]), ...stringChecks[ground](said[ground])].map((fault) => ({
          ...fault,
          pointer: `/${ground}${fault.pointer}`,
        })),
  );

const present = (grounds: Grounds): Grounds =>
  Object.fromEntries(
    GROUNDS.flatMap((ground) => (grounds[ground] === undefined ? [] : [[ground, grounds[ground]]])),
  );

/**
 * The later members of what is written now, held against their schema.
 * @throws EventSchemaError `event.schema`
 */
export const encodeLaterMembers = (decidedAt: string, grounds: Grounds): LaterMembers => {
  const members = { envelope: ENVELOPE_VERSION, decidedAt, ...present(grounds) };
  const faults = storedChecks.laterMembers(members);
  if (faults.length > 0) throw new EventSchemaError('envelope', faults);
  // The check above asks for the revision of a mandate that a sender may leave out.
  return members as LaterMembers;
};

type Envelope = LaterMembers & { readonly recordedAt: string };

/**
 * What a fold reads of the later members; a log of before them is decided on the day on which it was recorded.
 * @throws CodedError `event.version-unknown`: the reader must stop, not step over
 */
export const decodeLaterMembers = (metadata: Envelope): Grounds & { readonly decidedOn: string } => {
  const { envelope, decidedAt, recordedAt } = metadata;
  if (envelope !== undefined && envelope > ENVELOPE_VERSION)
    throw new CodedError(
      'event.version-unknown',
      `the envelope is stored in version ${envelope}, this release knows up to ${ENVELOPE_VERSION}: run a newer release`,
    );
  const decidedOn = shanghaiDateOf(decidedAt ?? recordedAt);
  return envelope === undefined ? { decidedOn } : { decidedOn, ...present(metadata) };
};
