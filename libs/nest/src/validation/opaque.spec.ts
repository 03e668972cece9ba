import { describe, expect, it } from '@jest/globals';
import { IsObject, IsString } from 'class-validator';
import { ProblemError } from '../problems/problem-error.ts';
import { Opaque } from './opaque.ts';
import { RequestValidationPipe } from './validation.pipe.ts';

class Body {
  @IsString()
  readonly name!: string;

  @IsObject()
  @Opaque()
  readonly data!: object;
}

const pipe = new RequestValidationPipe();
const transformed = (body: unknown): Promise<unknown> =>
  pipe.transform(body, { type: 'body', metatype: Body });

const faults = async (body: unknown): Promise<unknown> => {
  const error = await transformed(body).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof ProblemError ? error.details.errors : error;
};

describe('an opaque object of a body', () => {
  it('is handed on as it came, inside an instance of the class', async () => {
    const data = { list: [{ deep: { er: 1 } }] };
    const made = (await transformed({ name: 'n', data })) as Body;
    expect(made).toBeInstanceOf(Body);
    expect(made.data).toBe(data);
  });

  it.each([
    ['missing', {}],
    ['a text', { data: 't' }],
    ['a list', { data: [1] }],
    ['null', { data: null }],
  ])('that is %s is refused with its place', async (_, wrong) => {
    expect(await faults({ name: 'n', ...wrong })).toMatchObject([
      { pointer: '/data', code: 'validation.is-object' },
    ]);
  });

  it('does not let a field beside it through', async () => {
    expect(await faults({ name: 'n', data: {}, more: 1 })).toMatchObject([
      { pointer: '/more', code: 'validation.unknown-field' },
    ]);
  });
});
