import ExcelJS from 'exceljs';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const sheetText = async (bytes: ArrayBuffer): Promise<string> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  return JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()));
};

/** A stream of events never ends: it is read until one of the case that was opened last, or until it is shut. */
const followed = async (response: Response, last: string, leaving: AbortController): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.includes(`"partitionkey":"${last}"`)) break;
  }
  leaving.abort();
  return text;
};

export type Asked = { readonly address: string; readonly token: string; readonly last: string };

/** All that an answer says, headers included, whatever it is packed in; empty where it is refused. */
export const answerText = async ({ address, token, last }: Asked): Promise<string> => {
  const leaving = new AbortController();
  const headers = { authorization: `Bearer ${token}`, 'last-event-id': 'n1.00000000000000000000' };
  const response = await fetch(address, { headers, signal: leaving.signal });
  const type = response.headers.get('content-type') ?? '';
  const said = JSON.stringify(
    [...response.headers].map(([name, value]) => [name, decodeURIComponent(value)]),
  );
  if (!response.ok) return `${said}${await response.text()}`;
  if (type.startsWith('text/event-stream')) return said + (await followed(response, last, leaving));
  return said + (type === XLSX ? await sheetText(await response.arrayBuffer()) : await response.text());
};
