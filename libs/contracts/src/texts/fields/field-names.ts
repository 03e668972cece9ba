/** The names of all fields at any depth of a value; a dictionary's keys are data, not names. */
export type FieldsOf<Value> = Value extends readonly (infer Element)[]
  ? FieldsOf<Element>
  : Value extends object
    ? string extends keyof Value
      ? FieldsOf<Value[string & keyof Value]>
      : {
          [Key in keyof Value & string]-?: Key | FieldsOf<NonNullable<Value[Key]>>;
        }[keyof Value & string]
    : never;
