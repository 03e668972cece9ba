import { beforeAll, describe, expect, it } from '@jest/globals';
import { seedDemo } from './seed-demo.ts';
import { openOffice, wholeLog, type TestOffice } from './told-demo.fixture.ts';

describe('telling the demo', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await openOffice();
    await seedDemo(office, office.time);
  });

  it('writes nothing when it is told again', async () => {
    const before = await wholeLog(office);
    await seedDemo(office, office.time);
    expect(await wholeLog(office)).toEqual(before);
  });
});
