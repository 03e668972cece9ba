import { CodedError, type JsonObject } from '@duban/kernel';
import type { ValidateFunction } from 'ajv';
import type { EventEntry } from './event-entry.ts';
import { compiledSchema } from './compile-schema.ts';
import { registryFaults } from './registry-faults.ts';
import { EventSchemaError, faultOf } from './schema-fault.ts';

type Payload = { readonly type: string; readonly schemaVersion: number; readonly data: JsonObject };

/** Between the events that code knows and what the log holds, for one registry. */
export type EventCodec = {
  /**
   * Checks against the newest schema: unknown fields are refused.
   * @throws EventSchemaError `event.schema`, CodedError `event.type-unknown`
   */
  readonly encode: (event: { readonly type: string; readonly data: object }) => {
    readonly schemaVersion: number;
    readonly data: JsonObject;
  };
  /**
   * The data as of the newest version. Fields that no schema knows are kept (written by a newer release that only
   * added them), so nothing is checked here but the version.
   * @throws CodedError `event.version-unknown`, `event.type-unknown`: the reader must stop, not step over
   */
  readonly decode: (stored: Payload) => JsonObject;
  readonly entryOf: (type: string) => EventEntry;
};

type Prepared = {
  readonly entry: EventEntry;
  readonly validate: () => ValidateFunction<JsonObject>;
  readonly upcasters: ReadonlyMap<number, (data: JsonObject) => JsonObject>;
};

const prepare = (entry: EventEntry): Prepared => {
  const newest = entry.schemas.find(({ version }) => version === entry.latest);
  return {
    entry,
    validate: compiledSchema(newest?.schema ?? false),
    upcasters: new Map(entry.upcasters.map(({ from, upcast }) => [from, upcast])),
  };
};

const lift = ({ entry, upcasters }: Prepared, { type, schemaVersion, data }: Payload): JsonObject => {
  let lifted = data;
  for (let version = schemaVersion; version !== entry.latest; version += 1) {
    const upcast = upcasters.get(version);
    if (upcast === undefined || version > entry.latest) {
      throw new CodedError(
        'event.version-unknown',
        `${type} is stored in version ${schemaVersion}, this release knows up to ${entry.latest}: run a newer release`,
      );
    }
    lifted = upcast(lifted);
  }
  return lifted;
};

/** @throws CodedError with the code of the first fault when the registry is inconsistent, naming all of them. */
export const createEventCodec = (entries: readonly EventEntry[]): EventCodec => {
  const [first, ...others] = registryFaults(entries);
  if (first !== undefined) {
    throw new CodedError(first.code, [first, ...others].map(({ detail }) => detail).join('; '));
  }
  const byType = new Map(entries.map((entry) => [entry.type, prepare(entry)]));
  const preparedOf = (type: string): Prepared => {
    const prepared = byType.get(type);
    if (prepared !== undefined) return prepared;
    throw new CodedError(
      'event.type-unknown',
      `this release does not know the event type ${type}: run a newer release`,
    );
  };
  return {
    encode: ({ type, data }) => {
      const { entry, validate } = preparedOf(type);
      const isValid = validate();
      if (isValid(data)) return { schemaVersion: entry.latest, data };
      throw new EventSchemaError(type, (isValid.errors ?? []).map(faultOf));
    },
    decode: (stored) => {
      const prepared = preparedOf(stored.type);
      return stored.schemaVersion === prepared.entry.latest ? stored.data : lift(prepared, stored);
    },
    entryOf: (type) => preparedOf(type).entry,
  };
};
