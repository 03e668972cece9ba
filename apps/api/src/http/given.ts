/** The fields of a DTO that were given, as a plain value: an absent one is not there, rather than undefined. */
export const given = <Dto extends object>(dto: Dto): { [Field in keyof Dto]: Dto[Field] } =>
  Object.fromEntries(Object.entries(dto).filter(([, value]) => value !== undefined)) as Dto;
