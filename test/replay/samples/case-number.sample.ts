import { at, office, type SampleStream } from './sample.ts';

/** A number that was reserved for a case which was never opened, and went to the next one. */
export const caseNumberSample: SampleStream = {
  stream: 'number-7433772230898a3a97953467198c5510289a6e2fc3ecce1541b400cb3909ef97',
  steps: [
    [
      at('2026-11-02'),
      office,
      {
        type: 'CaseNumberReserved',
        data: { number: '督[2026]901号', caseNo: '督〔2026〕901号', caseId: 'gn1' },
      },
    ],
    [
      at('2026-11-02', '09:30:00'),
      office,
      {
        type: 'CaseNumberReserved',
        data: { number: '督[2026]901号', caseNo: '督 [2026] 901号', caseId: 'gn2' },
      },
    ],
  ],
};
