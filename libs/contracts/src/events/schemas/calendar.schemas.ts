import { Type } from '@sinclair/typebox';
import { closed, freeText, id, text } from '@duban/domain/schema';

const namedDays = () => Type.Record(Type.String({ format: 'date' }), text());

const calendarFact = {
  region: id(),
  calendarYear: closed({
    year: Type.Integer(),
    restDays: namedDays(),
    workDays: namedDays(),
    notice: text(),
  }),
  version: id(),
};

export const calendarSchemas = {
  CalendarYearPublished: closed(calendarFact),
  CalendarYearCorrected: closed({ ...calendarFact, reason: freeText() }),
};
