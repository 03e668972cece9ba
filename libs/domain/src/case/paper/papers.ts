import type { Paper, Recorded } from '@duban/kernel';
import type { CaseEvent } from '../case.events.ts';
import type { OpenedCase } from '../case.state.ts';
import { occurredOn } from '../occurred.ts';
import { namedItems } from './named-items.ts';

/** The case with the paper that an event was entered from, beside what the event says. */
export const withPaper = (state: OpenedCase, event: Recorded<CaseEvent>, paper: Paper): OpenedCase => ({
  ...state,
  papers: [
    ...state.papers,
    {
      ...{ eventId: event.id, type: event.type, itemIds: namedItems(event.data) },
      ...{ on: occurredOn(event), enteredOn: event.decidedOn, by: event.actor, data: paper },
    },
  ],
});
