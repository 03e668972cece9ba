import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { stringFaults } from '@duban/contracts';
import { ProblemError, type RequestFault } from '../problems/problem-error.ts';
import { withoutOpaque } from './opaque.ts';

const escaped = (property: string): string => property.replaceAll('~', '~0').replaceAll('/', '~1');

const snake = (name: string): string => name.replace(/(?!^)([A-Z])/g, '-$1').toLowerCase();

const CODES: Readonly<Record<string, string>> = { whitelistValidation: 'unknown-field' };

const faultsOf = (error: ValidationError, above: string): readonly RequestFault[] => {
  const pointer = `${above}/${escaped(error.property)}`;
  const own = Object.entries(error.constraints ?? {}).map(([name, detail]) => ({
    pointer,
    code: `validation.${CODES[name] ?? snake(name)}`,
    detail,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
};

const PLACES: Readonly<Record<string, string>> = { query: '/query', param: '/path', body: '', custom: '' };

/** The fixed options of the edge; `forbidUnknownValues` is said because Nest's pipe would switch it off. */
const OPTIONS = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  validationError: { target: false, value: false },
} as const;

/** Query, path and body by their class; every fault with its place, all at once. */
export class RequestValidationPipe extends ValidationPipe {
  readonly #places = new Map<string, ValidationPipe>(
    Object.entries(PLACES).map(([type, above]) => [
      type,
      new ValidationPipe({
        ...OPTIONS,
        exceptionFactory: (errors) =>
          new ProblemError('validation-failed', {
            errors: errors.flatMap((error) => faultsOf(error, above)),
          }),
      }),
    ]),
  );

  readonly #anywhere = new ValidationPipe(OPTIONS);

  constructor() {
    super(OPTIONS);
  }

  /** Whatever arrives is looked through, so that no field of any address can be forgotten. */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const above = PLACES[metadata.type] ?? '';
    const errors = metadata.type === 'custom' ? [] : stringFaults(value);
    if (errors.length > 0)
      throw new ProblemError('validation-failed', {
        errors: errors.map((fault) => ({ ...fault, pointer: `${above}${fault.pointer}` })),
      });
    const [shown, putBack] = withoutOpaque(value, metadata.metatype);
    return putBack(await this.#pipeFor(metadata).transform(shown, metadata));
  }

  #pipeFor({ type }: ArgumentMetadata): ValidationPipe {
    return this.#places.get(type) ?? this.#anywhere;
  }
}
