import { expect, it } from '@jest/globals';
import { describeWith } from '../setup/describe-with.ts';
import { ended, needsReal, realFile, sample, shippedMapping, start } from './duban.ts';

const ZONES = ['Asia/Shanghai', 'UTC', 'America/Los_Angeles'];

/** The same register read in every zone. */
const readEverywhere = (file: string, mapping: string): Promise<readonly string[]> =>
  Promise.all(
    ZONES.map(async (TZ) => {
      const { code, out, err } = await ended(
        start('test/e2e/register-dates.child.ts', [file, mapping], { TZ }),
      );
      expect([code, err]).toEqual([0, '']);
      return out;
    }),
  );

it('a register has the same dates in Shanghai, at Greenwich and in Los Angeles (C37)', async () => {
  const readings = await readEverywhere(sample('register.xlsx'), sample('register.json'));
  expect(new Set(readings).size).toBe(1);
  expect(readings[0]?.split('\n')[1]).toBe('2024-002 2024-03-01 2024-06-12 2024-06-30');
}, 30_000);

const NZ = 'nz-safety-recommendations/register.xlsx';

describeWith(needsReal(NZ), 'a real register of 2,192 rows', () => {
  it('has the same dates everywhere', async () => {
    const readings = await readEverywhere(realFile(NZ), shippedMapping('nz-safety-recommendations'));
    expect(new Set(readings).size).toBe(1);
    expect(readings[0]?.split('\n')[0]).toBe('002/24 2024-02-22  ');
  }, 60_000);
});
