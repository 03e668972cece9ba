import { describe, expect, it } from '@jest/globals';
import type { CaseCommandData, CaseCommandType } from '@duban/domain';
import { commandFaults, commandNames, commandSchemas, type CommandBody } from './command-registry.ts';

type Plain<T> = T extends object ? { readonly [Key in keyof T]: Plain<T[Key]> } : T;
/** Filled in by the server: from the address, the settings, or the other case's stream. */
type Filled = 'caseId' | 'tenant' | 'target';
type Fits = {
  [Type in Exclude<CaseCommandType, 'ImportItem' | 'RecordLookBack'>]: Plain<CommandBody<Type>> extends Plain<
    Omit<CaseCommandData[Type], Filled>
  >
    ? never
    : Type;
}[Exclude<CaseCommandType, 'ImportItem' | 'RecordLookBack'>];

/** The type checker refuses this line when a body that passes here is no command of the domain. */
const everyBodyIsACommand: [Fits] extends [never] ? true : Fits = true;
const lookBackIsACommand: Plain<CommandBody<'RecordLookBack'>> extends Plain<
  CaseCommandData['RecordLookBack']
>
  ? true
  : false = true;

describe('command registry', () => {
  it('accepts only bodies that are commands of the domain', () => {
    expect([everyBodyIsACommand, lookBackIsACommand]).toEqual([true, true]);
  });

  it('names every command for an address, but for the one that comes with bytes', () => {
    expect(commandNames.get('acknowledge-receipt')).toBe('AcknowledgeReceipt');
    expect(commandNames.get('merge-into')).toBe('MergeInto');
    const unnamed = new Set(Object.keys(commandSchemas)).difference(new Set(commandNames.values()));
    expect([...unnamed]).toEqual(['FileAttachment']);
  });

  it('names every fault with its place', () => {
    expect(commandFaults('RequestExtension', { itemId: '', requestedDue: '2026-02-30', wish: 1 })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ pointer: '/reason', code: 'schema.required' }),
        expect.objectContaining({ pointer: '/wish', code: 'schema.additionalProperties' }),
        expect.objectContaining({ pointer: '/requestedDue', code: 'schema.format' }),
        expect.objectContaining({ pointer: '/itemId', code: 'schema.minLength' }),
      ]),
    );
  });

  it('finds nothing wrong with a good body', () => {
    expect(
      commandFaults('RequestExtension', { itemId: 'i1', requestedDue: '2026-02-28', reason: '工程未完' }),
    ).toEqual([]);
  });

  it('never lets a body pass whose command has no schema', () => {
    expect(() => commandFaults('NoSuchCommand' as 'Assign', {})).toThrow(TypeError);
  });

  it.each(['OpenCase', 'MergeInto', 'RegisterItem'] as const)(
    'refuses what the server fills in: %s',
    (type) => {
      const codes = commandFaults(type, { caseId: 'x', target: {}, tenant: 'y' }).filter(
        ({ code }) => code === 'schema.additionalProperties',
      );
      expect(codes).toHaveLength(3);
    },
  );
});
