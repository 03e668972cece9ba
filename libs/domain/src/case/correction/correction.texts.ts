import { gradeTexts } from '../evaluation-terms.texts.ts';
import type { CaseEvent } from '../case.events.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { EventTexts } from '../../texts/event-text.ts';
import { refusal, type CodesOf, type RefusalTexts } from '../../texts/refusal-text.ts';
import { proposalRefusals } from '../../two-persons/two-persons.texts.ts';
import { text, type Language } from '../../texts/text.ts';

type Value = string | number | boolean | null;

const shown = (value: Value, nothing: string): string =>
  value === null || value === '' ? nothing : String(value);

type Changes = readonly { readonly field: string; readonly old: Value; readonly new: Value }[];

const changed = (changes: Changes, language: Language): string =>
  changes
    .map(({ field, old, new: next }) =>
      language === 'zh'
        ? `${field} 由“${shown(old, '空')}”改为“${shown(next, '空')}”`
        : `${field} from “${shown(old, 'empty')}” to “${shown(next, 'empty')}”`,
    )
    .join(language === 'zh' ? '，' : ', ');

const outcome = (grade: keyof typeof gradeTexts | null, language: Language): string =>
  grade === null ? { zh: '不能得出结论', en: 'no conclusion' }[language] : gradeTexts[grade][language];

/** What two persons correct, and what becomes of the conclusions that rested on it. */
export const correctionTexts = {
  CorrectionProposed: {
    label: text('提出更正', 'correction proposed'),
    zh: ({ changes, reason, expiresOn }, { by, on, date }) =>
      `${by}于${on}提出更正：${changed(changes, 'zh')}，理由：${reason}；${date(expiresOn)}前待确认`,
    en: ({ changes, reason, expiresOn }, { by, on, date }) =>
      `${by} proposed a correction on ${on}: ${changed(changes, 'en')}; reason: ${reason}; to be confirmed by ${date(expiresOn)}`,
  },
  CorrectionConfirmed: {
    label: text('确认更正', 'correction confirmed'),
    zh: ({ changes, byOnePerson }, { by, on }) =>
      `${by}于${on}确认更正：${changed(changes, 'zh')}${byOnePerson ? '（由一人提出并确认）' : ''}`,
    en: ({ changes, byOnePerson }, { by, on }) =>
      `${by} confirmed a correction on ${on}: ${changed(changes, 'en')}${byOnePerson ? ' (one person proposed and confirmed it)' : ''}`,
  },
  CorrectionDeclined: {
    label: text('退回更正', 'correction declined'),
    zh: ({ reason }, { by, on }) => `${by}于${on}退回更正，理由：${reason}`,
    en: ({ reason }, { by, on }) => `${by} declined a correction on ${on}: ${reason}`,
  },
  ArchiveCorrected: {
    label: text('归档件更正', 'archived copy corrected'),
    zh: ({ archiveNo }, { on }) => `${on}更正涉及归档件，档号 ${archiveNo}`,
    en: ({ archiveNo }, { on }) => `The correction of ${on} concerns the archived copy ${archiveNo}`,
  },
  ConclusionConfirmed: {
    label: text('结论复核一致', 'conclusion confirmed'),
    zh: ({ itemId, cycle, concluded }, { on, item }) =>
      `更正后重新计算（${on}），${item(itemId)}第 ${cycle} 轮结论仍为${gradeTexts[concluded].zh}`,
    en: ({ itemId, cycle, concluded }, { on, item }) =>
      `Computed anew on ${on} after a correction, the conclusion on ${item(itemId)}, cycle ${cycle}, is still ${gradeTexts[concluded].en}`,
  },
  ConclusionVoided: {
    label: text('结论撤销', 'conclusion voided'),
    zh: ({ itemId, cycle, concluded, recomputed }, { on, item }) =>
      `更正后重新计算（${on}），${item(itemId)}第 ${cycle} 轮结论${gradeTexts[concluded].zh}撤销：现为${outcome(recomputed, 'zh')}，须重新作出结论`,
    en: ({ itemId, cycle, concluded, recomputed }, { on, item }) =>
      `Computed anew on ${on} after a correction, the conclusion on ${item(itemId)}, cycle ${cycle} (${gradeTexts[concluded].en}), is void: the facts now say ${outcome(recomputed, 'en')}; conclude again`,
  },
  ConclusionContested: {
    label: text('结论存疑', 'conclusion contested'),
    zh: ({ itemId, cycle, concluded, recomputed }, { on, item }) =>
      `更正后重新计算（${on}），${item(itemId)}第 ${cycle} 轮结论${gradeTexts[concluded].zh}存疑：现为${outcome(recomputed, 'zh')}，由作出结论的机构决定`,
    en: ({ itemId, cycle, concluded, recomputed }, { on, item }) =>
      `Computed anew on ${on} after a correction, the conclusion on ${item(itemId)}, cycle ${cycle} (${gradeTexts[concluded].en}), is contested: the facts now say ${outcome(recomputed, 'en')}; the body that concluded decides`,
  },
  ContestedConclusionDecided: {
    label: text('存疑结论决定', 'contested conclusion decided'),
    zh: ({ itemId, reason, next }, { by, on, item, date }) =>
      next === null
        ? `${by}于${on}决定${item(itemId)}的存疑结论成立，理由：${reason}`
        : `${by}于${on}决定${item(itemId)}重新办理，进入第 ${next.cycle} 轮，期限${date(next.due.date)}，理由：${reason}`,
    en: ({ itemId, reason, next }, { by, on, item, date }) =>
      next === null
        ? `${by} decided on ${on} that the contested conclusion on ${item(itemId)} stands: ${reason}`
        : `${by} decided on ${on} that ${item(itemId)} is handled again as cycle ${next.cycle}, due ${date(next.due.date)}: ${reason}`,
  },
} satisfies Partial<EventTexts<CaseEvent>>;

/** Refusals about corrections by two persons, and about conclusions that their facts no longer bear out. */
export const correctionRefusals: RefusalTexts<CodesOf<CaseRejection, 'correction' | 'proposal' | 'contest'>> =
  {
    'correction.in-future': refusal(
      ['更正后的日期晚于今天', 'The corrected day lies in the future'],
      ['填写实际发生的日期', 'Give the day on which it happened'],
    ),
    'correction.sheet-missing': refusal(
      ['案件附件中没有签字的计票单', 'The signed tally sheet is not among the files of the case'],
      [
        '先把计票单作为附件提交，其摘要须与表决所载一致，再提出更正',
        'File the sheet whose digest the vote names as an attachment, then propose the correction',
      ],
    ),
    'correction.unfit': refusal(
      ['新值不是该字段可以填写的内容', 'The new value is nothing that this field could have held'],
      ['按该字段原来的填写要求填写', 'Give a value that would have been taken when it was recorded'],
    ),
    'correction.decision-missing': refusal(
      [
        '案件已归档，更正须有作出单位的决定',
        'The case is archived: a correction needs a decision of the body concerned',
      ],
      [
        '写明决定机构、文号和决定日期',
        'Name the body that decided, its document and the day of the decision',
      ],
    ),
    'correction.decision-impossible': refusal(
      ['决定日期晚于今天，或没有写明决定机构', 'The decision is of a day to come, or names no body'],
      ['按决定文件核对', 'Check it against the paper of the decision'],
    ),
    ...proposalRefusals,
    'contest.none': refusal(
      ['该事项没有待决定的存疑结论', 'No conclusion of this item is contested'],
      ['核对事项编号', 'Check the item'],
    ),
    'contest.other-body': refusal(
      ['存疑结论由作出该结论的机构决定', 'The body that concluded decides, and no other'],
      ['请该机构以自己的岗位决定', 'Have that body decide in its own post'],
    ),
    'contest.cycle-under-way': refusal(
      ['事项已在整改或评价中，不能再开一轮', 'The item is being handled or evaluated again already'],
      [
        '决定原结论成立，由正在进行的一轮重新评价',
        'Decide that the conclusion stands; the cycle under way is evaluated on its own',
      ],
    ),
  };
