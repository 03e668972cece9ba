import { Type, type TObject, type TProperties } from '@sinclair/typebox';
import { reference } from './references.ts';

/**
 * With the digests it names that belong to files kept elsewhere. The decision reads them, the fact does not keep them:
 * a digest that the case has no file of can only have been named so.
 */
export const naming = <Properties extends TProperties>({ properties }: TObject<Properties>) =>
  Type.Object(
    { ...properties, heldOutside: Type.Optional(Type.Array(reference('digest', Type.String()))) },
    { additionalProperties: false },
  );
