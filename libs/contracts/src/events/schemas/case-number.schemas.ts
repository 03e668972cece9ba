import { closed, id } from '@duban/domain/schema';

export const caseNumberSchemas = {
  CaseNumberReserved: closed({ number: id(), caseNo: id(), caseId: id() }),
};
