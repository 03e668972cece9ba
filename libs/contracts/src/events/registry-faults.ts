import type { EventEntry } from './event-entry.ts';

export type RegistryFaultCode =
  | 'registry.duplicate-type'
  | 'registry.duplicate-version'
  | 'registry.duplicate-upcaster'
  | 'registry.gap'
  | 'registry.cycle'
  | 'registry.latest-wrong';

export type RegistryFault = { readonly code: RegistryFaultCode; readonly detail: string };

const twice = <Value>(values: readonly Value[]): readonly Value[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

const versionsUpTo = (latest: number): readonly number[] =>
  Array.from({ length: latest }, (_, index) => index + 1);

const duplicates = ({ type, schemas, upcasters }: EventEntry): readonly RegistryFault[] => [
  ...twice(schemas.map(({ version }) => version)).map((version): RegistryFault => ({
    code: 'registry.duplicate-version',
    detail: `${type} has two schemas of version ${version}`,
  })),
  ...twice(upcasters.map(({ from }) => from)).map((from): RegistryFault => ({
    code: 'registry.duplicate-upcaster',
    detail: `${type} has two upcasters from version ${from}`,
  })),
];

const steps = ({ type, upcasters }: EventEntry): readonly RegistryFault[] =>
  upcasters
    .filter(({ from, to }) => to !== from + 1)
    .map(({ from, to }) => ({
      code: to > from ? 'registry.gap' : 'registry.cycle',
      detail: `${type} has an upcaster from version ${from} to ${to}; each leads to the next version`,
    }));

const holes = ({ type, latest, schemas, upcasters }: EventEntry): readonly RegistryFault[] =>
  versionsUpTo(latest).flatMap((version): readonly RegistryFault[] => [
    ...(schemas.some((schema) => schema.version === version)
      ? []
      : [{ code: 'registry.gap' as const, detail: `${type} has no schema of version ${version}` }]),
    ...(version === latest || upcasters.some(({ from }) => from === version)
      ? []
      : [{ code: 'registry.gap' as const, detail: `${type} has no upcaster from version ${version}` }]),
  ]);

const latestIsWrong = ({ type, latest, schemas, upcasters }: EventEntry): readonly RegistryFault[] => {
  const known = [...schemas.map(({ version }) => version), ...upcasters.map(({ to }) => to)];
  return Number.isInteger(latest) && latest >= 1 && known.every((version) => version <= latest)
    ? []
    : [{ code: 'registry.latest-wrong', detail: `${type} says its latest version is ${latest}` }];
};

/** Everything that is wrong with a registry, all at once (E43: no gap, no cycle, no duplicate). */
export const registryFaults = (entries: readonly EventEntry[]): readonly RegistryFault[] => [
  ...twice(entries.map(({ type }) => type)).map((type): RegistryFault => ({
    code: 'registry.duplicate-type',
    detail: `${type} is registered twice`,
  })),
  ...entries.flatMap((entry) => [
    ...latestIsWrong(entry),
    ...duplicates(entry),
    ...steps(entry),
    ...holes(entry),
  ]),
];
