import {
  answer,
  date,
  flag,
  instant,
  list,
  optional,
  orNull,
  pageOf,
  text,
  whole,
  type Answer,
} from './parts.ts';
import {
  boardFlags,
  caseStatuses,
  dispositions,
  figureKeys,
  forms,
  lightColors,
  stages,
} from './vocabularies.ts';

/** The rule that holds, or `closed`, `no-due-date`, `no-light-rule`. */
const light = answer('Light', {
  color: lightColors,
  ruleId: text('The rule that holds, or `closed`, `no-due-date`, `no-light-rule`'),
  workingDaysLeft: orNull(whole('Negative when overdue; null where no clock runs')),
});

const dueOnBoard = answer('BoardDue', { date: date(), provisional: flag() });

const boardItem = answer('BoardItem', {
  caseId: text(),
  caseNo: text(),
  caseTitle: text(),
  caseStatus: caseStatuses,
  itemId: text(),
  itemNo: text('The register’s number of an imported item, else the item’s id'),
  title: text(),
  stage: stages,
  disposition: orNull(dispositions),
  form: forms,
  topic: text(),
  category: orNull(text()),
  source: answer('BoardSource', { title: text(), documentNo: text(), date: orNull(date()) }),
  addressee: orNull(text()),
  leadOrgans: list(text()),
  coOrgans: list(text()),
  cycle: whole(),
  due: orNull(dueOnBoard),
  lookBackDue: orNull(date()),
  openedOn: orNull(date()),
  closedOn: orNull(date()),
  light,
  flags: list(boardFlags),
  extensions: whole(),
  failures: whole(),
  returns: whole(),
  escalations: whole(),
  percent: orNull(whole()),
  imported: flag('Imported, not observed'),
  registerStatus: orNull(text()),
  batchId: orNull(text()),
  ruleSet: orNull(text()),
  changed: answer('BoardChanged', { recordedAt: instant(), occurredAt: instant() }),
  labels: answer(
    'BoardLabels',
    { stage: text(), disposition: orNull(text()), form: text(), light: text() },
    'In the language of Accept-Language',
  ),
});

export const boardPage = pageOf('BoardPage', boardItem);

export const counts = answer(
  'Counts',
  {
    total: whole(),
    groups: list(answer('CountGroup', { key: orNull(text('Null where the item has none')), count: whole() })),
  },
  'An item of two leads counts in both groups and once in `total`',
);

/** Every value is a code, never a label. Values inside one list are alternatives. */
const boardFilter = answer(
  'BoardFilter',
  {
    stage: optional(list(stages)),
    light: optional(list(text(), 'Colours; `grey` where no clock runs')),
    organ: optional(
      text('Lead, separate or co-organ of the present cycle; the register’s organ of an import'),
    ),
    leadOrgan: optional(text('The same, lead and separate only')),
    addressee: optional(text('The legal addressee of the item')),
    topic: optional(text()),
    form: optional(list(forms)),
    disposition: optional(list(dispositions)),
    registerStatus: optional(list(text())),
    category: optional(text()),
    caseId: optional(text()),
    batchId: optional(text()),
    dueFrom: optional(date('Inclusive: the date that a clock runs to, else the due date')),
    dueTo: optional(date('Inclusive')),
    text: optional(text('Part of a title, number or source document')),
    imported: optional(flag()),
    ended: optional(flag('Closed, merged or withdrawn')),
    running: optional(flag('A clock runs: something is due and not handed in yet')),
    flag: optional(boardFlags),
  },
  'Every value is a code, never a label; values inside one list are alternatives',
);

export const boardSummary = answer('BoardSummary', {
  total: whole(),
  figures: list(
    answer(
      'BoardFigure',
      { key: figureKeys, filter: boardFilter, count: whole() },
      '`filter` is the link behind the number: the number is counted by it, so that it equals the list',
    ),
  ),
});

export type Light = Answer<typeof light>;
export type BoardItem = Answer<typeof boardItem>;
export type BoardPage = Answer<typeof boardPage>;
export type Counts = Answer<typeof counts>;
export type BoardFilter = Answer<typeof boardFilter>;
export type BoardSummary = Answer<typeof boardSummary>;
