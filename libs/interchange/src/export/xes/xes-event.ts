import { eventTexts, type Language } from '@duban/contracts';
import type { ReadCaseEvent } from '../ocel/case-event.ts';
import { xmlElement } from '../xml/xml-text.ts';
import { xesAttributes } from './xes-element.ts';

/** Noted by the clock, taken over from a register, or stated by somebody. */
const originOf = ({ type, actor }: ReadCaseEvent): string => {
  if (type === 'ItemImported' || type === 'ItemImportTakenBack') return 'imported';
  return actor.role === 'system' ? 'clock' : 'observed';
};

/**
 * An event of a trace. Legal time with its offset; two events of one second are told apart by `sequence`, the revision, since the
 * trace is in the order of the log (C64).
 */
export const xesEvent = (event: ReadCaseEvent, language: Language): string => {
  const { actor, metadata, paper } = event;
  return xmlElement(
    'event',
    {},
    xesAttributes([
      { kind: 'string', key: 'concept:name', value: event.type },
      { kind: 'string', key: 'concept:instance', value: event.id },
      { kind: 'date', key: 'time:timestamp', value: event.occurredAt },
      { kind: 'string', key: 'lifecycle:transition', value: 'complete' },
      { kind: 'string', key: 'org:resource', value: actor.id },
      { kind: 'string', key: 'org:role', value: actor.role },
      { kind: 'string', key: 'org:group', value: actor.organ },
      { kind: 'string', key: 'label', value: eventTexts[event.type].label[language] },
      { kind: 'int', key: 'sequence', value: event.revision },
      { kind: 'date', key: 'recordedtime', value: event.recordedAt },
      { kind: 'string', key: 'origin', value: originOf(event) },
      { kind: 'string', key: 'commandid', value: metadata.commandId },
      ...(metadata.decidedAt === undefined
        ? []
        : [{ kind: 'date', key: 'decidedtime', value: metadata.decidedAt } as const]),
      ...(paper === undefined
        ? []
        : [
            { kind: 'string', key: 'enteredfor', value: paper.enteredFor } as const,
            { kind: 'string', key: 'receivedon', value: paper.receivedOn } as const,
          ]),
    ]),
  );
};
