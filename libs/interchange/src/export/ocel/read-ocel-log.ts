import { isCaseStream, type ExportSource } from '../source/exported-event.ts';
import { readCaseEvent } from './case-event.ts';
import { caseObjects } from './case-objects.ts';
import { eventAttributes, ocelEvent } from './event-record.ts';
import { surveyLog, type LogSurvey } from './log-survey.ts';
import { objectTypes } from './object-types.ts';
import type { OcelEvent, OcelLog, OcelObject } from './ocel-log.ts';
import { rounds } from './rounds.ts';

async function* objectsOf(source: ExportSource, survey: LogSurvey): AsyncGenerator<OcelObject> {
  yield* survey.shared;
  for (const stream of survey.caseStreams) yield* await caseObjects(source.stream(stream));
}

/** In log order: the sequence is counted here, and is what orders two events of one second (C64). */
async function* eventsOf(source: ExportSource): AsyncGenerator<OcelEvent> {
  const known = rounds();
  let sequence = 0;
  for await (const stored of source.log()) {
    if (!isCaseStream(stored.stream)) continue;
    const event = readCaseEvent(stored);
    sequence += 1;
    known.before(event.stream, event);
    yield ocelEvent(event, sequence, known);
    known.after(event.stream, event);
  }
}

/** The cases of a log as an object-centric log. A pure function of the log: no clock, no chance. */
export const readOcelLog = async (source: ExportSource): Promise<OcelLog> => {
  const survey = await surveyLog(source);
  return {
    objectTypes,
    eventTypes: survey.eventTypes.map((name) => ({ name, attributes: eventAttributes })),
    objects: () => objectsOf(source, survey),
    events: () => eventsOf(source),
  };
};
