import { readFileSync } from 'node:fs';
import { commandNameOf } from '@duban/contracts';
import { stepRecords, type DecidedBy, type DecidedForAnother, type StepName } from '@duban/domain';
import {
  bodyKindTexts,
  caseStatusTexts,
  caseTexts,
  lawTexts,
  roleTexts,
  stageTexts,
  type Text,
} from '@duban/domain/texts';

/** What each topic is about, in the order in which a case meets them. */
const TOPICS: readonly (readonly [folder: string, heading: Text, prose: Text])[] = [
  [
    'opening',
    { zh: '立案', en: 'Opening' },
    {
      zh: '一份来源文件连同一个法定受文机关，就是一个案件。受文机关是政府、监察委员会、法院或检察院，不是某个部门。',
      en: 'A case is one source document with one legal addressee: the government, the supervisory commission, the court or the procuratorate, never a bureau.',
    },
  ],
  [
    'assignment',
    { zh: '登记、交办、退回', en: 'Registration, assignment, return' },
    {
      zh: '期限自交办之日起算，不自签收之日起算。改办结束旧的交办，不覆盖它。',
      en: 'Periods run from the assignment, not from the receipt. A reassignment ends the old assignment and never overwrites it.',
    },
  ],
  [
    'rectification',
    { zh: '整改、延期、中止', en: 'Rectification, extension, suspension' },
    {
      zh: '承办单位自报的进度只是它自己的说法，不作为认定。决议中写明的期限，只有常委会可以变动。',
      en: 'What an organ reports of its progress is its claim and no finding. A date fixed in a resolution is moved by the Standing Committee alone.',
    },
  ],
  [
    'result',
    { zh: '征求意见、报送', en: 'Consultation and result' },
    {
      zh: '正式报告之前，须把初稿送有关专门委员会或工作机构征求意见。这是征求意见，不是审批：不采纳的，说明理由。',
      en: 'Before the formal report its draft goes to the committee for its opinion. That is consultation and no approval: who departs from it says why.',
    },
  ],
  [
    'misses',
    { zh: '逾期', en: 'Dates that were missed' },
    {
      zh: '期限已过而应交未交的，即为逾期，由记录算出。退回、中止、延期、改办都不能抹去；只有期限本来就不是依法应有的，才能撤销。',
      en: 'A date that passes without what is owed by it is missed; that is computed from the records. No return, suspension, extension or reassignment takes it away: it falls only where the date never was the lawful one.',
    },
  ],
  [
    'evaluation',
    { zh: '评价', en: 'Evaluation' },
    {
      zh: '结论由记录算出，不由人填写。秘密投票只记总数，不记个人。承办过此事项的，不评价它。',
      en: 'A conclusion is computed from what was recorded and typed by nobody. Of a secret ballot only totals are kept. Nobody evaluates what they handled.',
    },
  ],
  [
    'closing',
    { zh: '销号、回头看、升级', en: 'Closing, look-back, escalation' },
    {
      zh: '升级由系统或督办机构提出，由有权机关决定。常委会集体行使职权，系统从不代为决定。',
      en: 'Escalation is proposed by the office and decided by the competent body. The Standing Committee acts collectively; no program decides in its place.',
    },
  ],
  [
    'suggestion',
    { zh: '代表建议', en: 'Deputies’ suggestions' },
    {
      zh: '答复代替处理情况报告，由代表本人评价。代表未评价的，记为“未评价”，从不算作“满意”。',
      en: 'A reply takes the place of the report, and the deputies evaluate it in person. A deputy who did not answer has not evaluated, and was never “satisfied”.',
    },
  ],
  [
    'case-life',
    { zh: '结案、归档、公开、更正', en: 'End of the case, publication, correction' },
    {
      zh: '任何记录都不能改动；更正是另一条记录，原件保留。',
      en: 'No record is ever changed; a correction is a record of its own, and what it corrects stays.',
    },
  ],
  [
    'restriction',
    { zh: '限制知悉', en: 'Restriction' },
    {
      zh: '限制期间，案件及其以往记录只对有关单位、牵头委员会、督办机构和主任会议可见；由作出限制的机构解除。',
      en: 'While it holds, the case and its past are there for the organs with a part in it, the lead committee, the office and the chair alone; whoever restricted it lifts it.',
    },
  ],
  [
    'correction',
    { zh: '双人更正', en: 'Corrections by two persons' },
    {
      zh: '日期、票数、结论、等次和有约束力的文字，由一人提出、另一人确认。所依据的结论随之重新计算。',
      en: 'A date, a count, a verdict, a grade and a text that binds: one person proposes, another confirms. Conclusions that rest on it are computed anew.',
    },
  ],
  [
    'objection',
    { zh: '异议', en: 'Objections' },
    {
      zh: '书面材料由督办机构或办公厅代录，事实属于来文单位，录入属于代录机构。来文单位不改动记录，可以提出异议，记在事实旁边，由主任会议决定。',
      en: 'What comes in on paper is entered by the offices: the fact is the organ’s, the entry the office’s. The organ edits nothing of it and may object; that stands beside the fact and is decided by the Council.',
    },
  ],
  [
    'attachment',
    { zh: '附件', en: 'Attachments' },
    {
      zh: '记录中只有文件的摘要值，文件另存。',
      en: 'Records hold the digest of a file; the file is kept beside them.',
    },
  ],
  [
    'import',
    { zh: '台账导入', en: 'Imported registers' },
    {
      zh: '导入的事项始终标明“导入，非亲历”，不与本系统经办的混同。',
      en: 'What was imported is always shown as imported and not observed.',
    },
  ],
];

const BOTH = ' · ';
const both = ({ zh, en }: Text): string => `${zh}${BOTH}${en}`;
const listed = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('、'),
  en: texts.map(({ en }) => en).join(', '),
});

const SEEN: Readonly<Record<string, Text>> = {
  public: { zh: '公开后人人可见', en: 'seen by everyone once published' },
  parties: {
    zh: '督办机构及有关单位、代表可见',
    en: 'seen by the office and by the organs and deputies concerned',
  },
  office: { zh: '仅督办机构可见', en: 'seen by the office alone' },
  auditors: { zh: '督办机构和审计员可见', en: 'seen by the office and the auditors' },
};

/** The folder of each step, as the table of contents imports it. */
const folders = new Map(
  [
    ...readFileSync(new URL('../../libs/domain/src/case/steps.ts', import.meta.url), 'utf8').matchAll(
      /'\.\/([\w-]+)\/([\w-]+)\.step\.ts'/g,
    ),
  ].map(([, folder = '', file = '']) => [file, folder]),
);

const whenOf = (name: StepName): Text => {
  const { at, during = ['open'], origin } = stepRecords[name];
  if (origin === 'import') return { zh: '已开始的导入批次之内', en: 'inside a started import' };
  if (at !== 'case') return listed(at.map((stage) => stageTexts[stage]));
  if (during.length === 0) return { zh: '案件尚未设立时', en: 'while there is no such case yet' };
  const { zh, en } = listed(during.map((status) => caseStatusTexts[status]));
  return { zh: `案件${zh}`, en: `the case is ${en}` };
};

const FORMS: Readonly<Record<DecidedBy['forms'][number], Text>> = {
  meeting: { zh: '会议', en: 'meeting' },
  circulation: { zh: '传签', en: 'circulation' },
  signature: { zh: '签批', en: 'signature' },
};

const ofBody = ({ bodies, enteredBy, forms, delegable }: DecidedBy): Text => {
  const [by, entered, how] = [
    listed(bodies.map((kind) => bodyKindTexts[kind])),
    listed(enteredBy.map((role) => roleTexts[role])),
    listed(forms.map((form) => FORMS[form])),
  ];
  return {
    zh: `${entered.zh}办理的，须有${by.zh}的决定（${how.zh}）${delegable ? '或授权' : '，不得授权'}`,
    en: `entered by ${entered.en}: the decision of ${by.en} (${how.en})${delegable ? ' or its mandate' : ', never a mandate'}`,
  };
};

const inPlaceOfLead = ({ bodies, forms }: DecidedForAnother): Text => {
  const [by, how] = [
    listed(bodies.map((kind) => bodyKindTexts[kind])),
    listed(forms.map((form) => FORMS[form])),
  ];
  return {
    zh: `牵头委员会以外的委员会办理的，须有${by.zh}的决定（${how.zh}）`,
    en: `sent by another committee than the one that leads the case: the decision of ${by.en} (${how.en})`,
  };
};

/** What it must rest on besides the rules: an act of a body names its decision or a mandate. */
const groundOf = (name: StepName): Text => {
  const { decidedBy, byLeadCommittee } = stepRecords[name];
  const grounds = [
    ...(decidedBy === undefined ? [] : [ofBody(decidedBy)]),
    ...(byLeadCommittee === undefined ? [] : [inPlaceOfLead(byLeadCommittee)]),
  ];
  return grounds.length === 0
    ? { zh: '无须另附文件', en: 'no paper of its own' }
    : {
        zh: grounds.map(({ zh }) => zh).join('；'),
        en: grounds.map(({ en }) => en).join('; '),
      };
};

const sourceOf = (name: StepName): Text => {
  const { source = {} } = stepRecords[name];
  const articles = Object.entries(source).map(([law, numbers]) => {
    const { zh, en } = lawTexts[law as keyof typeof lawTexts];
    const list = numbers.join(', ');
    return {
      zh: `${zh}第 ${numbers.join('、')} 条`,
      en: `${en}, ${numbers.length > 1 ? 'arts' : 'art.'} ${list}`,
    };
  });
  if (articles.length === 0) return { zh: '本系统自定，无条文规定', en: 'ours: no article prescribes it' };
  return { zh: articles.map(({ zh }) => zh).join('；'), en: articles.map(({ en }) => en).join('; ') };
};

const TRANSCRIBED: Text = {
  zh: '可书面提交，由督办机构、办公厅（代表建议还有牵头的代表工委）代录，按收文日期计算',
  en: 'may be handed in on paper and entered by the offices (of suggestions, also the committee that leads); the day of receipt counts',
};

const sectionOf = (name: StepName): string => {
  const { label, who, whose, events, onPaper } = stepRecords[name];
  const results = Object.entries(events).map(([type, { seenBy }]) => {
    const told = Object.entries(caseTexts).find(([known]) => known === type)?.[1].label;
    const seen = SEEN[seenBy] ?? { zh: seenBy, en: seenBy };
    return `${told === undefined ? type : both(told)} (\`${type}\`; ${both(seen)})`;
  });
  const lines: readonly (readonly [Text, string])[] = [
    [{ zh: '谁办', en: 'who' }, both(listed(who.map((role) => roleTexts[role])))],
    ...(whose === undefined ? [] : [[{ zh: '归谁', en: 'whose' }, both(whose)] as const]),
    ...(onPaper === true ? [[{ zh: '代录', en: 'on paper' }, both(TRANSCRIBED)] as const] : []),
    [{ zh: '何时', en: 'when' }, both(whenOf(name))],
    [{ zh: '依据', en: 'ground' }, both(groundOf(name))],
    [{ zh: '结果', en: 'result' }, results.join('<br>')],
    [{ zh: '出处', en: 'source' }, both(sourceOf(name))],
  ];
  const rows = lines.map(([head, text]) => `| ${both(head)} | ${text} |`);
  return [
    `### ${both(label)}`,
    `\`${commandNameOf(name)}\``,
    ['| | |', '| --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
};

const HEADER = `# 督办闭环的每一步 · Every step of the loop

Generated by \`npm run docs:domain\` from the records in \`libs/domain/src/case\`; do not edit.

本页逐步写明：谁可以办、归谁办、何时办、凭什么办、办了以后记下什么、出自哪一条。没有条文规定的，写明“本系统自定”，
不冒充法律。名称之后是命令名；结果之后是记录的名称和谁看得到。规定了天数、比例、档次的，都在规则集里，各地可以自定。

This page says of each step who may take it, whose affair it is, when, on which ground, what is recorded, and which article it comes from. Where no article
prescribes a step it says so, and claims no law. The name under a heading is that of the command; beside each result stand its record and who sees it.
Numbers of days, shares and grades are none of these rules: they stand in rule sets, and each place sets its own.

- 监督法只规定步骤，不规定天数。国家法律没有规定审议意见的办理期限，也没有规定满意度测评。 The national law fixes steps and no numbers: it knows no period for handling opinions, and no vote of satisfaction.
- 没有授权记录，谁也不能代表他人办理。 Nobody acts in another’s name without a recorded mandate.
- 阶段之外的办理、不归其办的办理，会被拒绝，并说明怎样办才合规。 What is done at another stage, or by another, is refused, with what to do instead.`;

const NAMES = Object.keys(stepRecords) as readonly StepName[];

/** `docs/domain.md`: the rules as a jurist of the Standing Committee reads them. */
export const domainPage = (): string => {
  const topicOf = (name: StepName): string => folders.get(commandNameOf(name)) ?? '';
  const untold = NAMES.filter((name) => !TOPICS.some(([folder]) => folder === topicOf(name)));
  if (untold.length > 0) throw new Error(`steps of no topic: ${untold.join(', ')}`);
  const topics = TOPICS.map(([folder, heading, prose]) =>
    [
      `## ${both(heading)}`,
      `${prose.zh}\n\n${prose.en}`,
      ...NAMES.filter((name) => topicOf(name) === folder).map(sectionOf),
    ].join('\n\n'),
  );
  return `${[HEADER, ...topics].join('\n\n')}\n`;
};
