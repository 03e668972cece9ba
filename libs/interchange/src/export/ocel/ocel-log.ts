/**
 * The shapes of OCEL 2.0 (Berti and others, "OCEL (Object-Centric Event Log) 2.0 Specification", arXiv 2403.01975, CC BY 4.0;
 * sections 4 and 5), before any format writes them down.
 */
import type { OCEL_VALUE_TYPES } from '@duban/contracts';

export type OcelValueType = (typeof OCEL_VALUE_TYPES)[number];

export type OcelValue = string | number;

export type DeclaredAttribute = { readonly name: string; readonly type: OcelValueType };

export type OcelType = { readonly name: string; readonly attributes: readonly DeclaredAttribute[] };

export type OcelRelationship = { readonly objectId: string; readonly qualifier: string };

export type OcelEvent = {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly attributes: readonly { readonly name: string; readonly value: OcelValue }[];
  readonly relationships: readonly OcelRelationship[];
};

export type OcelObject = {
  readonly id: string;
  readonly type: string;
  readonly attributes: readonly {
    readonly name: string;
    readonly time: string;
    readonly value: OcelValue;
  }[];
  readonly relationships: readonly OcelRelationship[];
};

/** The time of what an object has from the beginning. */
export const FROM_THE_BEGINNING = '1970-01-01T00:00:00Z';

/** A log to be written: what it declares, and passes over its objects and events that may be made one after the other. */
export type OcelLog = {
  readonly objectTypes: readonly OcelType[];
  readonly eventTypes: readonly OcelType[];
  readonly objects: () => AsyncIterable<OcelObject>;
  readonly events: () => AsyncIterable<OcelEvent>;
};
