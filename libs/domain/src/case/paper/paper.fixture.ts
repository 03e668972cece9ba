import type { Actor, Paper } from '@duban/kernel';
import { attachment } from '../attachment/attachment.fixture.ts';
import { actors, type Story } from '../case-story.fixture.ts';
import type { CaseCommandType } from '../case.commands.ts';
import { stepRecords } from '../step-tables.ts';
import { fresh, openFiles, type Place } from '../walk-place.fixture.ts';

export const SCAN = attachment({ attachmentId: 'scan', purpose: 'other' });

/** What the housing bureau handed in on 5 January, the day on which the items of the stories are assigned. For specs only. */
export const paperOf = (more: Partial<Paper> = {}): Paper => ({
  enteredFor: 'housing-bureau',
  incomingNo: '收〔2026〕117号',
  documentDate: '2026-01-05',
  receivedOn: '2026-01-06',
  attachment: SCAN.sha256,
  ...more,
});

/** The office at the desk, with the scan filed. */
export const atDesk = (story: Story, on: string): Story =>
  story.at(on).by(actors.office).does('FileAttachment', SCAN);

/** For random walks: now and then the office enters from paper what this actor would have sent. */
export const walkedPaper = (
  type: CaseCommandType,
  place: Place,
  sender: Actor,
): { readonly by: Actor; readonly paper: Paper } | null => {
  const [scan] = openFiles(place);
  if (place.variant !== 1 || scan === undefined || stepRecords[type].onPaper !== true) return null;
  const { sha256 } = scan.data;
  const enteredFor = sender.role === 'deputy' ? sender.id : sender.organ;
  const days = { documentDate: place.on, receivedOn: place.on };
  return { by: actors.office, paper: { enteredFor, incomingNo: fresh(place), ...days, attachment: sha256 } };
};
