import exceljs, { type CellValue } from 'exceljs';

/** A workbook with these sheets, as its bytes. */
export const workbookOf = async (
  sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
): Promise<Buffer> => {
  const workbook = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
