import { districtOffice, leadOf, people } from '../cast/people.ts';
import { on, type Act, type Day, type Script } from '../script/act.ts';
import { files } from '../script/digests.ts';
import {
  caseClosed,
  closed,
  concluded,
  lookBackPassed,
  lookBackScheduled,
  visited,
} from '../script/evaluation-acts.ts';
import { accepted, drafted, opinion, submitted } from '../script/handling-acts.ts';
import {
  assigned,
  assignmentOf,
  listApproved,
  opened,
  planned,
  plannedAgain,
  received,
  registered,
  type MeasureRow,
} from '../script/opening-acts.ts';
import { linked, lookedBack, reopened, reportedProgress } from '../script/single-acts.ts';

const { office, urban, council } = people;

type District = {
  readonly letter: string;
  readonly organ: string;
  readonly name: string;
  readonly relapsed?: boolean;
};

const districts: readonly District[] = [
  { letter: 'a', organ: 'cq-yunling', name: '云岭区' },
  { letter: 'b', organ: 'cq-jianghui', name: '江汇区' },
  { letter: 'c', organ: 'cq-nanping', name: '南屏区', relapsed: true },
  { letter: 'd', organ: 'cq-beita', name: '北塔区' },
  { letter: 'e', organ: 'cq-qingshi', name: '青石区' },
  { letter: 'f', organ: 'cq-changtan', name: '长滩区' },
];

const documentOf = ({ letter }: District): string => `市人执检〔2025〕2号附件${letter}`;

const registeredDay = (district: District, itemId: string): Day => {
  const { organ, name } = district;
  const documentNo = documentOf(district);
  const text = `联动检查发现${name}部分老旧小区未公示收费标准，应急维修无人受理。`;
  return on(
    '2025-08-08',
    opened(office, {
      caseNo: `督〔2025〕2号-${name}`,
      form: 'law-inspection',
      source: {
        title: `物业管理条例执法检查反馈${name}问题`,
        documentNo,
        date: '2025-07-30',
        paragraphs: 1,
      },
      committee: 'cq-urban-committee',
      topic: '物业管理',
      addressee: organ,
      linkedFrom: 'case-demo-04',
    }),
    linked(office, { kind: 'parent', target: 'case-demo-04' }),
    registered(urban, {
      sourceId: documentNo,
      topicTag: '物业管理',
      rows: [[itemId, '第1条', `${name}老旧小区物业收费公示和应急维修`, text]],
    }),
  );
};

const measure: MeasureRow = [
  '逐小区公示并设应急维修窗口',
  '区住房城乡建设委',
  '2025-09-30',
  '公示小区',
  '100%',
];
const scope = { scope: '本区整改', period: { n: 2, unit: 'month' } } as const;

const openingDays = (district: District, itemId: string): readonly Day[] => {
  const { letter, organ } = district;
  return [
    registeredDay(district, itemId),
    on('2025-08-11', listApproved(`问题清单〔2025〕2号-${letter}`, '主任会议第40次', [itemId])),
    on('2025-08-12', assigned(itemId, { ...scope, lead: organ, addressee: organ })),
    on('2025-08-14', received(itemId, organ)),
    on('2025-09-05', planned(itemId, organ, measure)),
  ];
};

const handlingDays = ({ letter, organ, name }: District, itemId: string): readonly Day[] => {
  const reportNo = `${name}府函〔2025〕${letter === 'c' ? 40 : 37}号`;
  return [
    on('2025-09-17', drafted(`${name}物业管理问题整改报告（征求意见稿）`, [itemId], districtOffice(organ))),
    on('2025-09-19', opinion(urban, [itemId])),
    on('2025-09-24', submitted({ reportNo, claims: { [itemId]: 'resolved' }, by: districtOffice(organ) })),
    on('2025-09-26', accepted(urban, reportNo, [itemId])),
    on(
      '2025-10-16',
      visited(urban, {
        id: `${itemId}-核验`,
        date: '2025-10-16',
        place: `${name}5个老旧小区`,
        participants: ['person:demo-wb'],
        findings: { [itemId]: ['verified', '5个小区均已公示，应急维修窗口当日受理。'] },
      }),
    ),
    on('2025-10-17', concluded(urban, itemId)),
    on('2025-10-20', closed(urban, [itemId]), caseClosed),
  ];
};

const passedDays = ({ name }: District, itemId: string): readonly Day[] => [
  on('2026-04-15', lookBackScheduled([itemId])),
  on(
    '2026-04-22',
    lookBackPassed(urban, { [itemId]: `${name}公示和受理窗口保持正常。` }, '未发现新的同类问题。'),
  ),
];

const halfWay = (organ: string, itemId: string): Act =>
  reportedProgress(leadOf(organ), {
    itemId,
    assignmentId: assignmentOf(itemId, organ, 2),
    periodEnd: '2026-10-31',
    percent: 45,
    milestoneStates: [{ measureId: `${itemId}-m1~2`, state: 'on-track' }],
    blockers: '一家物业企业尚未完成交接。',
    evidence: files('物业交接清单样本.pdf'),
  });

/** The district that reopens alone: the city's case and the five others stay as they are. */
const relapseDays = ({ organ, name }: District, itemId: string): readonly Day[] => [
  on('2026-08-27', lookBackScheduled([itemId], '2026-09-03')),
  on(
    '2026-09-04',
    lookedBack(urban, {
      itemId,
      passed: false,
      findings: `${name}两个小区更换物业企业后公示牌被撤，应急维修再次无人受理。`,
      severity: 'serious',
      evidence: files('回头看现场照片.jpg'),
    }),
  ),
  on(
    '2026-09-08',
    reopened(
      council,
      { itemId, reason: '问题反弹,重新立案整改。' },
      { basis: { meeting: '主任会议第61次' } },
    ),
  ),
  on(
    '2026-09-30',
    plannedAgain(2, itemId, organ, [
      '把公示和应急受理写入物业交接清单',
      '区住房城乡建设委',
      '2026-11-30',
      '交接清单执行率',
      '100%',
    ]),
  ),
  on('2026-11-02', halfWay(organ, itemId)),
];

/** The children of example 4: six districts, each with a case, a clock and an ending of its own. */
export const districtCases: readonly Script[] = districts.map((district) => {
  const itemId = `04${district.letter}-1`;
  return {
    caseId: `demo-04${district.letter}`,
    basis: { documentNo: '市人执检〔2025〕2号', article: '监督法第三十四条' },
    days: [
      ...openingDays(district, itemId),
      ...handlingDays(district, itemId),
      ...(district.relapsed === true ? relapseDays : passedDays)(district, itemId),
    ],
  };
});
