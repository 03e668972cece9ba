import type { CalendarEvent, OrganEvent, RuleSetEvent } from '@duban/domain';
import type { ImportBatchEvent } from '../../events/import-batch.events.ts';
import { text } from '../text.ts';
import type { EventTexts } from './event-text.ts';

/** Calendars, rule sets, organs and import batches. */
export const referenceTexts: EventTexts<CalendarEvent | RuleSetEvent | OrganEvent | ImportBatchEvent> = {
  CalendarYearPublished: {
    label: text('发布年度日历', 'calendar year published'),
    zh: ({ region, calendarYear, version }, { on }) =>
      `${on}发布 ${region} ${calendarYear.year} 年工作日历（${version}），依据：${calendarYear.notice}`,
    en: ({ region, calendarYear, version }, { on }) =>
      `The ${region} calendar of ${calendarYear.year} was published on ${on} as ${version}; notice: ${calendarYear.notice}`,
  },
  CalendarYearCorrected: {
    label: text('更正年度日历', 'calendar year corrected'),
    zh: ({ region, calendarYear, version, reason }, { on }) =>
      `${on}更正 ${region} ${calendarYear.year} 年工作日历（${version}），理由：${reason}`,
    en: ({ region, calendarYear, version, reason }, { on }) =>
      `The ${region} calendar of ${calendarYear.year} was corrected on ${on} as ${version}: ${reason}`,
  },
  RuleSetPublished: {
    label: text('发布规则集', 'rule set published'),
    zh: ({ rules, effectiveFrom }, { on, date }) =>
      `${on}发布规则集 ${rules.id}@${rules.version}，自${date(effectiveFrom)}起适用于新交办事项`,
    en: ({ rules, effectiveFrom }, { on, date }) =>
      `Rule set ${rules.id}@${rules.version} was published on ${on}, for new assignments from ${date(effectiveFrom)}`,
  },
  OrganRegistered: {
    label: text('单位登记', 'organ registered'),
    zh: ({ name, organId, since }, { date }) => `登记单位“${name}”（${organId}），自${date(since)}起`,
    en: ({ name, organId, since }, { date }) =>
      `“${name}” (${organId}) was registered, existing since ${date(since)}`,
  },
  OrganRenamed: {
    label: text('单位更名', 'organ renamed'),
    zh: ({ name, organId, from }, { date }) => `单位 ${organId} 自${date(from)}起更名为“${name}”`,
    en: ({ name, organId, from }, { date }) => `${organId} is called “${name}” from ${date(from)}`,
  },
  OrganMerged: {
    label: text('单位合并', 'organ merged'),
    zh: ({ organId, into, on: day }, { name, date }) => `${name(organId)}自${date(day)}起并入${name(into)}`,
    en: ({ organId, into, on: day }, { name, date }) =>
      `${name(organId)} merged into ${name(into)} on ${date(day)}`,
  },
  OrganDissolved: {
    label: text('单位撤销', 'organ dissolved'),
    zh: ({ organId, successor, on: day }, { name, date }) =>
      `${name(organId)}于${date(day)}撤销${successor === null ? '' : `，职责由${name(successor)}承接`}`,
    en: ({ organId, successor, on: day }, { name, date }) =>
      `${name(organId)} was dissolved on ${date(day)}${successor === null ? '' : `; ${name(successor)} succeeds it`}`,
  },
  ImportStarted: {
    label: text('开始导入', 'import started'),
    zh: ({ registerName, fileName, rows, startedBy }, { on, name }) =>
      `${name(startedBy)}于${on}开始导入台账《${registerName}》（${fileName}），共 ${rows} 行`,
    en: ({ registerName, fileName, rows, startedBy }, { on, name }) =>
      `${name(startedBy)} began to import “${registerName}” (${fileName}, ${rows} row(s)) on ${on}`,
  },
  ImportCompleted: {
    label: text('完成导入', 'import completed'),
    zh: ({ imported, unchanged, refused, warnings }) =>
      `导入完成：新增 ${imported}，未变 ${unchanged}，拒收 ${refused.length}，提示 ${warnings}`,
    en: ({ imported, unchanged, refused, warnings }) =>
      `Import completed: ${imported} new, ${unchanged} unchanged, ${refused.length} refused, ${warnings} warning(s)`,
  },
  ImportUndone: {
    label: text('撤销导入', 'import undone'),
    zh: ({ items, reason }, { by, on }) => `${by}于${on}撤销该批导入，涉及 ${items} 项，理由：${reason}`,
    en: ({ items, reason }, { by, on }) => `${by} undid the import of ${items} item(s) on ${on}: ${reason}`,
  },
};
