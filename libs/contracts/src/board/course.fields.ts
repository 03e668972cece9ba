import { lightTexts, text } from '@duban/domain/texts';
import type { BoardField } from './board-field.ts';
import { BOARD_FLAGS } from './board-flags.ts';

/** How an item gets on: rounds, dates, lights and counts. */
export const courseFields = {
  cycle: {
    kind: 'whole',
    label: text('轮次', 'round'),
    answer: { as: 'cycle' },
    register: { place: 21 },
  },
  due: {
    kind: 'date',
    orNull: true,
    label: text('办理期限', 'due on'),
    answer: { part: 'due' },
    filters: {
      dueFrom: {
        take: 'from',
        place: 13,
        about: 'Due on or after: the date that a clock runs to, else the due date',
        label: text('期限不早于', 'Due from'),
        in: ['running', 'due'],
      },
      dueTo: {
        take: 'to',
        place: 14,
        about: 'Due on or before',
        label: text('期限不晚于', 'Due to'),
        in: ['running', 'due'],
      },
    },
    register: { place: 18 },
  },
  provisional: { kind: 'flag' },
  running: {
    kind: 'date',
    orNull: true,
    filters: {
      running: {
        take: 'known',
        place: 18,
        about: 'A clock runs: something is due and not handed in yet',
        label: text('计时', 'Clock'),
      },
    },
    sorts: { due: 'ascending' },
  },
  awaits: {
    kind: 'flag',
    label: text('延期待批', 'more time asked for'),
    answer: {
      as: 'awaitsDecision',
      about:
        'More time was asked for before the date, and nobody has decided: past the date the wait is the decider’s',
    },
    filters: {
      awaitsDecision: {
        take: 'is',
        about: 'More time was asked for before the date, and nobody has decided',
        label: text('延期待批', 'More time asked for'),
      },
    },
  },
  look_back_due: {
    kind: 'date',
    orNull: true,
    label: text('回头看期限', 'look-back due'),
    answer: { as: 'lookBackDue' },
    register: { place: 20 },
  },
  opened_on: {
    kind: 'date',
    orNull: true,
    label: text('提出日期', 'opened on'),
    answer: { as: 'openedOn' },
    register: { place: 17 },
  },
  closed_on: {
    kind: 'date',
    orNull: true,
    label: text('销号日期', 'closed on'),
    answer: { as: 'closedOn' },
    register: { place: 19 },
  },
  changed: { kind: 'made', answer: { part: 'changed' } },
  light: {
    kind: 'made',
    texts: lightTexts,
    label: text('亮灯', 'light'),
    answer: { part: 'light' },
    filters: {
      light: {
        take: 'list',
        place: 2,
        about: 'Colours of the light rules; `grey` where no clock runs',
        label: text('灯', 'Light'),
      },
    },
    facet: {
      name: 'light',
      place: 2,
      sets: 'light',
      panel: 1,
      label: text('按灯', 'Light'),
      order: ['red', 'yellow', 'blue', 'green', 'grey'],
    },
    register: { place: 16 },
  },
  flags: {
    kind: 'made',
    answer: { part: 'flags' },
    filters: {
      flag: {
        take: 'marked',
        place: 19,
        about: 'What an item is marked with',
        label: text('标记', 'Mark'),
        choices: BOARD_FLAGS,
      },
    },
  },
  extensions: {
    kind: 'whole',
    label: text('延期次数', 'extensions'),
    answer: { as: 'extensions' },
    register: { place: 23 },
  },
  failures: {
    kind: 'whole',
    label: text('不满意次数', 'failures'),
    answer: { as: 'failures' },
    register: { place: 25 },
  },
  returns: {
    kind: 'whole',
    label: text('退办次数', 'returns'),
    answer: { as: 'returns' },
    register: { place: 24 },
  },
  escalations: {
    kind: 'whole',
    label: text('升级次数', 'escalations'),
    answer: { as: 'escalations' },
    register: { place: 26 },
  },
  percent: {
    kind: 'whole',
    orNull: true,
    label: text('自报进度(%)', 'percent done (claimed)'),
    answer: { as: 'percent' },
    register: { place: 22 },
  },
  imported: {
    kind: 'flag',
    label: text('导入', 'imported'),
    answer: { as: 'imported', about: 'Imported, not observed' },
    filters: {
      imported: {
        take: 'is',
        place: 16,
        about: 'Imported, not observed',
        label: text('来源', 'Origin'),
      },
    },
    facet: { name: 'imported', place: 9, sets: 'imported' },
    register: { place: 28 },
  },
  register_status: {
    kind: 'text',
    orNull: true,
    label: text('台账状态', 'status in the register'),
    answer: { as: 'registerStatus' },
    filters: {
      registerStatus: {
        take: 'list',
        place: 9,
        about: 'Status words of an imported register',
        label: text('原台账状态', 'In the register'),
      },
    },
    facet: {
      name: 'registerStatus',
      place: 7,
      sets: 'registerStatus',
      panel: 6,
      label: text('按原台账状态', 'Status in the register'),
    },
    register: { place: 29 },
  },
  batch_id: {
    kind: 'text',
    orNull: true,
    answer: { as: 'batchId' },
    filters: { batchId: { take: 'one', place: 12, about: 'One import', label: text('导入批次', 'Batch') } },
    facet: { name: 'batch', place: 10, sets: 'batchId' },
  },
  rule_set: {
    kind: 'text',
    orNull: true,
    label: text('规则', 'rule set'),
    answer: { as: 'ruleSet' },
    register: { place: 27 },
  },
  ended: {
    kind: 'flag',
    filters: {
      ended: {
        take: 'is',
        place: 17,
        about: 'Closed, merged or withdrawn',
        label: text('办结', 'Ended'),
      },
    },
  },
  item: { kind: 'key', sorts: { newest: 'descending', oldest: 'ascending' } },
  labels: { kind: 'made', answer: { part: 'labels' } },
} as const satisfies Readonly<Record<string, BoardField>>;
