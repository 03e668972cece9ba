import type { CaseEvent } from '../case.events.ts';
import { supervisionFormTexts, linkKindTexts } from '../item-terms.texts.ts';
import type { EventTexts } from '../../texts/event-text.ts';
import { text } from '../../texts/text.ts';

/** How a case begins, and what it is linked with. */
export const openingTexts = {
  CaseOpened: {
    label: text('立案', 'case opened'),
    zh: ({ caseNo, source, supervisionForm, openedOn }, { by, date }) =>
      `${by}于${date(openedOn)}就《${source.title}》（${supervisionFormTexts[supervisionForm].zh}）立案，案号 ${caseNo}`,
    en: ({ caseNo, source, supervisionForm, openedOn }, { by, date }) =>
      `${by} opened case ${caseNo} on ${date(openedOn)} from “${source.title}” (${supervisionFormTexts[supervisionForm].en})`,
  },
  CaseLinked: {
    label: text('关联', 'case linked'),
    zh: ({ kind, target }, { by, on }) => `${by}于${on}关联 ${target}（${linkKindTexts[kind].zh}）`,
    en: ({ kind, target }, { by, on }) => `${by} linked ${target} on ${on} (${linkKindTexts[kind].en})`,
  },
} satisfies Partial<EventTexts<CaseEvent>>;
