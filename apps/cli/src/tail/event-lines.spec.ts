import { describe, expect, it } from '@jest/globals';
import { COLUMNS, openEventLines } from './event-lines.ts';
import { tailEvent } from './tail-event.fixture.ts';

const rowOf = async (more: object): Promise<string> => (await openEventLines('csv')).line(tailEvent(more));

describe('lines of ndjson', () => {
  it('have each event on one line, field for field as received, and no head', async () => {
    const { head, line } = await openEventLines('ndjson');
    const text = line(tailEvent({ later: ['督\n办'] }));
    expect([head(true), text.match(/\n/g)?.length, text.endsWith('\n')]).toEqual(['', 1, true]);
    expect(JSON.parse(text)).toMatchObject({ id: 'e-1', later: ['督\n办'] });
    expect(JSON.parse(text)).not.toHaveProperty('kind');
  });

  it('keep data of an older version as it was sent', async () => {
    const { line } = await openEventLines('ndjson');
    const type = 'duban.case.moon-landed.v7';
    expect(JSON.parse(line(tailEvent({ type, data: { crew: 3 } })))).toMatchObject({
      type,
      data: { crew: 3 },
    });
  });
});

describe('lines of csv', () => {
  it('have fixed columns, with data as JSON', async () => {
    expect(COLUMNS.join(',')).toBe('position,sequence,time,recordedtime,type,case,item,data');
    expect(await rowOf({ data: { n: 1 } })).toBe(
      'n1.00000000000000000009,00000000000000000003,2026-03-05T09:00:00+08:00,2026-03-05T01:00:00.000Z,' +
        'duban.case.receipt-acknowledged.v1,c1,i-1,"{""n"":1}"\r\n',
    );
  });

  it('have no item where an event concerns the whole case', async () => {
    expect(await rowOf({ subject: 'c1' })).toContain(',c1,,"');
  });

  it('follow RFC 4180: CRLF, quotes doubled, a byte order mark only when wanted', async () => {
    const { head, line } = await openEventLines('csv');
    expect(head(false)).toBe(`${COLUMNS.join(',')}\r\n`);
    expect(head(true)).toBe(`\uFEFF${head(false)}`);
    expect(line(tailEvent({ data: { text: 'a "b"\r\nc' } }))).toContain(
      ',"{""text"":""a \\""b\\""\\r\\nc""}"\r\n',
    );
  });

  it.each([
    ['=1+1', `'=1+1`],
    ['+1', `'+1`],
    ['-1', `'-1`],
    ['@x', `'@x`],
    ['＝1', `'＝1`],
    ['\t=1', `'\t=1`],
    ['\n=1', `"'\n=1"`],
  ])('let %j be no formula', async (partitionkey, cell) => {
    expect(await rowOf({ partitionkey })).toContain(`.v1,${cell},`);
  });

  it.each(['␀erased', '␀withheld'])('print the mark %s as it comes', async (mark) => {
    expect(await rowOf({ data: { text: mark } })).toContain(`"{""text"":""${mark}""}"`);
  });
});
