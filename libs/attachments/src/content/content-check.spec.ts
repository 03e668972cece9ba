import { describe, expect, it } from '@jest/globals';
import { contentCheck } from './content-check.ts';
import { samples } from './sample-files.fixture.ts';

const typeOf = (bytes: Uint8Array, extension: string, piece = bytes.length): Promise<string | null> => {
  const check = contentCheck();
  for (let at = 0; at < bytes.length; at += piece) check.look(bytes.subarray(at, at + piece));
  return check.mediaType(extension);
};

const OOXML = 'application/vnd.openxmlformats-officedocument';

describe('content and name together', () => {
  it.each([
    ['pdf', 'pdf', 'application/pdf'],
    ['docx', 'docx', `${OOXML}.wordprocessingml.document`],
    ['xlsx', 'xlsx', `${OOXML}.spreadsheetml.sheet`],
    ['pptx', 'pptx', `${OOXML}.presentationml.presentation`],
    ['ofd', 'ofd', 'application/ofd'],
    ['ole', 'doc', 'application/msword'],
    ['ole', 'wps', 'application/wps-office.wps'],
    ['png', 'png', 'image/png'],
    ['jpg', 'jpeg', 'image/jpeg'],
    ['webp', 'webp', 'image/webp'],
    ['text', 'csv', 'text/csv; charset=utf-8'],
    ['text', 'txt', 'text/plain; charset=utf-8'],
  ] as const)('%s called .%s is %s, however it arrives', async (sample, extension, mediaType) => {
    expect(await typeOf(samples[sample], extension)).toBe(mediaType);
    expect(await typeOf(samples[sample], extension, 1)).toBe(mediaType);
  });

  it.each([
    ['exe', 'pdf'],
    ['pdf', 'exe'],
    ['pdf', 'docx'],
    ['zip', 'zip'],
    ['zip', 'docx'],
    ['docm', 'docx'],
    ['docm', 'docm'],
    ['docx', 'xlsx'],
    ['ole', 'msi'],
    ['text', 'html'],
    ['text', 'js'],
    ['html', 'html'],
    ['svg', 'svg'],
    ['svg', 'txt'],
    ['gb18030', 'csv'],
    ['png', 'constructor'],
  ] as const)('%s called .%s is refused', async (sample, extension) => {
    expect(await typeOf(samples[sample], extension)).toBeNull();
  });

  it('a text with a zero byte far behind its beginning is none', async () => {
    const text = Buffer.alloc(100_000, 'a');
    expect(await typeOf(text, 'txt', 4_096)).toBe('text/plain; charset=utf-8');
    text[99_000] = 0;
    expect(await typeOf(text, 'txt', 4_096)).toBeNull();
  });

  it('an archive whose directory was cut off is none', async () => {
    expect(await typeOf(samples.docx.subarray(0, -30), 'docx')).toBeNull();
  });
});
