import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { registerSteps } from '@duban/domain';
import { commandFaults, commandSaid, commandSchemas, offeredCommands } from '../commands/command-registry.ts';
import { registerCommandSchemas, registerFaults, registerSaid } from '../commands/register.commands.ts';
import type { FormField } from './form-field.ts';
import { formOf } from './form-of.ts';

const letters = fc.stringMatching(/^[a-z0-9]{1,12}$/);
const digests = fc.stringMatching(/^sha256:[0-9a-f]{64}$/);
const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

/** What somebody may enter who sees the form and nothing else. */
const entered = (field: FormField): fc.Arbitrary<unknown> => {
  const { least = 0, most = 1_000 } = field.limits ?? {};
  switch (field.kind) {
    case 'fixed':
      return fc.constant(field.fixed);
    case 'flag':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: least, max: most });
    case 'date':
      return days;
    case 'word':
      return fc.constantFrom(...(field.choices ?? []).map(({ value }) => value));
    case 'person':
      return letters.map((id) => `person:${id}`);
    case 'digest':
      return digests;
    case 'value':
      return fc.oneof(letters, fc.nat(), fc.boolean());
    case 'record':
      return filled(field.fields ?? []);
    case 'table':
      if (field.key === undefined || field.entry === undefined) throw new Error(`no columns: ${field.name}`);
      return fc.dictionary(entered(field.key) as fc.Arbitrary<string>, entered(field.entry), { maxKeys: 3 });
    case 'list':
      if (field.entry === undefined) throw new Error(`a list of nothing: ${field.name}`);
      return fc.array(entered(field.entry), { minLength: least, maxLength: Math.max(least, 3) });
    default:
      return letters;
  }
};

const filled = (fields: readonly FormField[]): fc.Arbitrary<object> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.name, entered(field)])), {
    requiredKeys: fields.filter(({ optional }) => !optional).map(({ name }) => name),
  });

const fieldsAtAnyDepth = (fields: readonly FormField[]): readonly FormField[] =>
  fields.flatMap((field) => [
    field,
    ...fieldsAtAnyDepth(field.fields ?? []),
    ...fieldsAtAnyDepth([field.key, field.entry].filter((inner) => inner !== undefined)),
  ]);

const registerCommands = [...registerSteps.keys()];
const forms: readonly (readonly [string, object])[] = [
  ...offeredCommands.map((type) => [type, commandSchemas[type]] as const),
  ...registerCommands.map((type) => [type, registerCommandSchemas[type]] as const),
];

describe('the form of a command', () => {
  it.each(offeredCommands)('%s takes whatever its form lets one enter', (type) => {
    const form = formOf(commandSchemas[type]);
    fc.assert(
      fc.property(fc.oneof(...form.map(filled)), (data) => {
        expect(commandFaults(type, commandSaid(type, data))).toEqual([]);
      }),
    );
  });

  it.each(registerCommands)('%s, on a register, takes whatever its form lets one enter', (type) => {
    const form = formOf(registerCommandSchemas[type]);
    fc.assert(
      fc.property(fc.oneof(...form.map(filled)), (data) => {
        expect(registerFaults(type, registerSaid(type, data))).toEqual([]);
      }),
    );
  });

  it.each(forms)('%s calls every field by a name of its own in both languages', (_, schema) => {
    for (const { name, label } of fieldsAtAnyDepth(formOf(schema).flat())) {
      expect([name, label.zh]).not.toEqual([name, name]);
      expect(label.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it('that can be said in two ways has a form for each', () => {
    const [passed, relapsed, ...more] = formOf(commandSchemas.RecordLookBack);
    expect(more).toEqual([]);
    expect(passed?.map(({ name, optional }) => [name, optional])).toEqual([
      ['itemId', false],
      ['passed', false],
      ['findings', false],
      ['widerImplications', true],
    ]);
    expect(relapsed?.find(({ name }) => name === 'severity')?.choices?.map(({ label }) => label.zh)).toEqual([
      '轻微',
      '较重',
      '严重',
    ]);
  });

  it('asks for the days of a year in a table, each day with its holiday', () => {
    const [fields = []] = formOf(registerCommandSchemas.PublishCalendarYear);
    const [year] = fields;
    expect([fields.length, year?.kind]).toEqual([1, 'record']);
    expect(year?.fields?.find(({ name }) => name === 'restDays')).toMatchObject({
      kind: 'table',
      help: { zh: expect.stringContaining('放假通知') },
      key: { name: 'date', kind: 'date', label: { zh: '日期' } },
      entry: { name: 'holiday', kind: 'text', label: { zh: '节假日' } },
    });
  });

  it('lets one choose the forms of supervision and the instruments that each needs', () => {
    const [fields = []] = formOf(registerCommandSchemas.PublishRuleSet);
    const rules = fields.find(({ name }) => name === 'rules')?.fields;
    const needed = rules?.find(({ name }) => name === 'requiredInstruments');
    expect(needed?.key?.choices?.map(({ value }) => value)).toContain('law-inspection');
    expect(needed?.entry?.entry?.choices?.map(({ value }) => value)).toContain('verification');
  });

  it('of a record whose names nobody says is refused when it is made', () => {
    const nameless = { type: 'object', patternProperties: { '^(.*)$': { type: 'string' } } };
    expect(() => formOf({ type: 'object', properties: { nameless } })).toThrow('no form can be made');
  });

  it('of a schema that no form can ask for is refused when it is made', () => {
    expect(() => formOf({ type: 'object', properties: { any: {} } })).toThrow('no form can be made');
  });
});
