import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { isDateFormat } from '../rows/date-format.ts';
import { mappingSchema, type FieldSource, type MappingFile } from './mapping.schema.ts';

/** One fault of a mapping file, by JSON Pointer. */
export type MappingFault = { readonly pointer: string; readonly found: string };

let compiled: ValidateFunction<MappingFile> | undefined;

/** Compiled with the first file: most processes import nothing. */
const validator = (): ValidateFunction<MappingFile> =>
  (compiled ??= new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile<MappingFile>(
    mappingSchema,
  ));

const faultOf = ({ instancePath, message, params }: ErrorObject): MappingFault => {
  const { additionalProperty, allowedValues } = params as {
    readonly additionalProperty?: string;
    readonly allowedValues?: readonly string[];
  };
  const place = additionalProperty === undefined ? instancePath : `${instancePath}/${additionalProperty}`;
  const choices = allowedValues === undefined ? '' : `: ${allowedValues.join(', ')}`;
  return { pointer: place === '' ? '/' : place, found: `${message ?? 'faulty'}${choices}` };
};

const uniqueFaults = (faults: readonly MappingFault[]): readonly MappingFault[] => [
  ...new Map(faults.map((fault) => [`${fault.pointer} ${fault.found}`, fault])).values(),
];

/** Fields that the log holds in clear. */
const OPEN_FIELDS = ['number', 'title', 'organ', 'category', 'status', 'documentNo'] as const;

const columnsIn = (source: FieldSource | undefined): readonly string[] => {
  if (source === undefined) return [];
  return typeof source === 'string' ? [source] : source.columns;
};

/** A column of names makes no id that could be recomputed from a name, and no field that everybody reads. */
const namesInTheOpen = ({ fields, identity, proposers }: MappingFile): readonly MappingFault[] => {
  const { proposers: names } = fields;
  if (names === undefined || proposers?.are === 'identifiers') return [];
  const found = `"${names}" holds names of people`;
  return [
    ...(identity.includes(names) ? [{ pointer: '/identity', found }] : []),
    ...OPEN_FIELDS.filter((field) => columnsIn(fields[field]).includes(names)).map((field) => ({
      pointer: `/fields/${field}`,
      found,
    })),
  ];
};

/** What the schema cannot say. */
const meaningFaults = (file: MappingFile): readonly MappingFault[] => {
  const formats = (file.dates ?? []).flatMap((format, at) =>
    isDateFormat(format) ? [] : [{ pointer: `/dates/${at}`, found: `"${format}" is no date format` }],
  );
  const undecided =
    file.fields.status === undefined && file.withoutStatus === undefined
      ? [{ pointer: '/withoutStatus', found: 'needed where no column gives a status' }]
      : [];
  const unmapped =
    file.fields.status !== undefined && file.statuses === undefined
      ? [{ pointer: '/statuses', found: 'needed where a column gives a status' }]
      : [];
  return [...formats, ...undecided, ...unmapped, ...namesInTheOpen(file)];
};

export const checkMapping = (value: unknown): MappingFile | readonly MappingFault[] => {
  const validate = validator();
  if (!validate(value)) return uniqueFaults((validate.errors ?? []).map(faultOf));
  const faults = meaningFaults(value);
  return faults.length === 0 ? value : faults;
};
