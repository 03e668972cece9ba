import { at, digest, office, type SampleStream } from './sample.ts';

/** A survey that an institute counted: no survey of ours holds its wave. */
export const caseSurveyed: SampleStream = {
  stream: 'case-gy',
  steps: [
    [
      at('2026-01-05'),
      office,
      {
        type: 'CaseOpened',
        data: {
          ...{ caseId: 'gy', caseNo: '督〔2026〕12号', tenant: 'cq-npcsc', supervisionForm: 'work-report' },
          source: {
            ...{ type: 'work-report', title: '公园建设工作报告', documentNo: '常办〔2026〕12号' },
            ...{ date: '2026-01-04', paragraphs: 1, digest: digest('gy source') },
          },
          ...{ addressee: 'cq-gov', leadCommittee: 'cq-npcsc-urban', topic: 'parks', linkedFrom: null },
          openedOn: '2026-01-05',
        },
      },
    ],
    [
      at('2026-04-02'),
      office,
      { type: 'SurveyTalliedElsewhere', data: { surveyId: '公园满意度', waveId: '第一批' } },
    ],
    [
      at('2026-04-02'),
      office,
      {
        type: 'SurveyWaveRecorded',
        data: {
          ...{ surveyId: '公园满意度', waveId: '第一批', coversItemIds: [], instrument: 'phone' },
          ...{ population: '常住居民', frame: '住户名录', planned: 600, issued: 560, valid: 500 },
          counts: { verySatisfied: 200, satisfied: 150, basic: 80, dissatisfied: 40, veryDissatisfied: 30 },
          ...{ weightScheme: null, weightedRatePerMille: null, marginPerMille: 40 },
          ...{ datasetHash: digest('gy dataset'), contractor: '市统计调查院' },
        },
      },
    ],
  ],
};
