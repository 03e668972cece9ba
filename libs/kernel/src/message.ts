/** What travels between deciders and stores: a stored type name (a literal, storage format) and its data. */
export type Message<Type extends string = string, Data extends object = object> = {
  readonly type: Type;
  readonly data: Readonly<Data>;
};
