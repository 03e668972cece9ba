import { closed, id } from './parts.ts';

export const caseNumberSchemas = {
  CaseNumberReserved: closed({ number: id(), caseNo: id(), caseId: id() }),
};
