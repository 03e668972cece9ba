import { describe, expect, it } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import { refusedFor } from '../../refused.fixture.ts';
import { openArchive } from './open-archive.ts';
import { workbookOf } from '../workbook.fixture.ts';

/** The smallest archive of one deflated entry, that may lie about its size. */
const archiveOf = (content: Buffer): Buffer => {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(31);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(1, 26);
  local.write('a', 30);
  const central = Buffer.alloc(47);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(1, 24);
  central.writeUInt16LE(1, 28);
  central.write('a', 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, central, end]);
};

const limits = { entries: 20, expandedBytes: 1_000_000 };

describe('an archive', () => {
  it('passes when it is an ordinary workbook', async () => {
    const bytes = await workbookOf({ a: [['x'], ['1']] });
    expect(openArchive(bytes, limits).part('xl/workbook.xml')?.length).toBeGreaterThan(0);
  });

  it('is refused by what it expands to, whatever it claims', async () => {
    expect(
      await refusedFor(() => {
        openArchive(archiveOf(Buffer.alloc(1_000_001)), limits);
      }),
    ).toEqual(['file.archive-suspicious']);
  });

  it('is refused by its number of entries', async () => {
    const bytes = await workbookOf({ a: [['x']] });
    expect(
      await refusedFor(() => {
        openArchive(bytes, { ...limits, entries: 3 });
      }),
    ).toEqual(['file.archive-suspicious']);
  });

  it('is refused when it is cut off, scrambled or no archive', async () => {
    const whole = await workbookOf({ a: [['x'], ['1']] });
    const scrambled = Buffer.from(whole);
    scrambled.fill(0xff, 60, 200);
    const pointingOutside = archiveOf(Buffer.from('a'));
    pointingOutside.writeUInt32LE(0xffff_0000, pointingOutside.length - 6);
    for (const bytes of [
      whole.subarray(0, whole.length / 2),
      scrambled,
      Buffer.from('PK no zip'),
      Buffer.alloc(0),
      pointingOutside,
    ]) {
      expect(
        await refusedFor(() => {
          openArchive(bytes, limits);
        }),
      ).toEqual(['file.damaged']);
    }
  });
});
