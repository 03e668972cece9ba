import { cnCalendarYears, cqDefault1, surveyOutcome } from '@duban/domain';
import { at, clock, committee, digest, guard, office, type SampleStream } from './sample.ts';

const year = cnCalendarYears.find(({ year: published }) => published === 2026);
if (year === undefined) throw new RangeError('the calendar of 2026 is part of the product');

const calendar: SampleStream = {
  stream: 'calendar-XG',
  steps: [
    [
      at('2025-11-04'),
      office,
      { type: 'CalendarYearPublished', data: { region: 'XG', calendarYear: year, version: 'XG@2026-1' } },
    ],
    [
      at('2025-12-01'),
      office,
      {
        type: 'CalendarYearCorrected',
        data: {
          region: 'XG',
          calendarYear: { ...year, workDays: {} },
          version: 'XG@2026-2',
          reason: '漏列调休',
        },
      },
    ],
  ],
};

const ruleset: SampleStream = {
  stream: `ruleset-${cqDefault1.id}`,
  steps: [
    [
      at('2025-01-01'),
      office,
      { type: 'RuleSetPublished', data: { rules: cqDefault1, effectiveFrom: '2025-01-01' } },
    ],
  ],
};

const organ: SampleStream = {
  stream: 'organ-cq-planning',
  steps: [
    [
      at('2025-01-01'),
      office,
      {
        type: 'OrganRegistered',
        data: { organId: 'cq-planning', kind: 'bureau', name: '市规划局', since: '2000-06-01' },
      },
    ],
    [
      at('2025-01-01', '09:00:01'),
      office,
      {
        type: 'OrganRenamed',
        data: { organId: 'cq-planning', name: '市规划和自然资源局', from: '2018-10-25' },
      },
    ],
    [
      at('2025-01-01', '09:00:02'),
      office,
      { type: 'OrganMerged', data: { organId: 'cq-planning', into: 'cq-resources', on: '2024-01-01' } },
    ],
  ],
};

const dissolved: SampleStream = {
  stream: 'organ-cq-office-of-the-games',
  steps: [
    [
      at('2025-01-02'),
      office,
      {
        type: 'OrganRegistered',
        data: { organId: 'cq-office-of-the-games', kind: 'bureau', name: '赛事筹备办', since: '2021-01-01' },
      },
    ],
    [
      at('2025-01-02', '09:00:01'),
      office,
      {
        type: 'OrganDissolved',
        data: { organId: 'cq-office-of-the-games', successor: null, on: '2024-06-30' },
      },
    ],
  ],
};

const tally = {
  issued: 1180,
  valid: 1132,
  counts: { verySatisfied: 301, satisfied: 420, basic: 250, dissatisfied: 120, veryDissatisfied: 41 },
  weightedRatePerMille: null,
};

const survey: SampleStream = {
  stream: 'survey-gs1',
  steps: [
    [
      at('2026-06-01'),
      committee,
      {
        type: 'SurveyDesigned',
        data: {
          surveyId: 'gs1',
          caseId: 'g3',
          coversItemIds: ['g3-i1'],
          instrument: 'door-to-door',
          population: '12 个社区的 60 岁以上居民',
          frame: '社区登记名册',
          evaluatedOrgans: ['cq-housing'],
          collector: 'cq-npcsc-social',
          contractor: '重庆社情民意调查中心',
          weightScheme: null,
          ruleSet: 'cq-default@1',
          rule: cqDefault1.survey,
        },
      },
    ],
    [
      at('2026-06-20'),
      committee,
      {
        type: 'SurveyWaveOpened',
        data: {
          surveyId: 'gs1',
          waveId: 'gs1-w1',
          cycle: 1,
          planned: 1200,
          opensOn: '2026-06-20',
          closesOn: '2026-07-09',
        },
      },
    ],
    [
      at('2026-07-09'),
      committee,
      {
        type: 'SurveyWaveClosed',
        data: {
          surveyId: 'gs1',
          waveId: 'gs1-w1',
          tally: { ...tally, marginPerMille: 29, datasetHash: digest('answers') },
          result: surveyOutcome(cqDefault1.survey, tally),
          closedOn: '2026-07-09',
        },
      },
    ],
  ],
};

const batch: SampleStream = {
  stream: 'import-gb1',
  steps: [
    [
      at('2026-01-30'),
      office,
      {
        type: 'ImportStarted',
        data: {
          batchId: 'gb1',
          registerName: '2019 年督办台账',
          fileName: '台账2019.xlsx',
          fileDigest: digest('register.xlsx'),
          mappingDigest: digest('mapping'),
          rows: 4,
          startedBy: 'person:so-1',
        },
      },
    ],
    [
      at('2026-01-30', '09:00:05'),
      office,
      {
        type: 'ImportCompleted',
        data: {
          imported: 2,
          unchanged: 1,
          refused: [{ row: 5, code: 'title-missing', detail: '事项名称为空' }],
          warnings: 2,
        },
      },
    ],
    [at('2026-02-02'), office, { type: 'ImportUndone', data: { reason: '重复行', items: 1 } }],
  ],
};

/** Erasure; told last, so that the positions of all other streams stay what they were. */
export const privacySample: SampleStream = {
  stream: 'privacy-gp1',
  steps: [
    [
      at('2026-08-03'),
      { id: 'person:sa-1', role: 'security-admin', organ: 'cq-npcsc-so' },
      {
        type: 'PersonalDataErased',
        data: {
          person: 'person:gp1',
          legalBasis: '《个人信息保护法》第四十七条',
          fields: 3,
          requestedBy: 'person',
        },
      },
    ],
  ],
};

/** The worker's lease, taken and given back. */
export const leaseSample: SampleStream = {
  stream: 'lease-worker',
  steps: [
    [
      at('2026-08-04'),
      clock,
      {
        type: 'LeaseTaken',
        data: { epoch: 1, holder: 'worker-a/17/6f0d9ad0', until: '2026-08-04T01:05:00.000Z' },
      },
    ],
    [at('2026-08-04'), clock, { type: 'LeaseReleased', data: { epoch: 1, holder: 'worker-a/17/6f0d9ad0' } }],
  ],
};

const deputyPost = { personId: 'person:dp-1', role: 'deputy', organ: 'cq-npc' } as const;
const signer = { personId: 'person:dp-1', otherId: 'person:signer-1' };

export const postsSample: SampleStream = {
  stream: 'posts-register',
  steps: [
    [at('2026-01-05'), guard, { type: 'TermEndSet', data: { lastDay: '2028-01-20', replaces: null } }],
    [
      at('2026-01-05', '09:00:01'),
      guard,
      { type: 'PostGranted', data: { ...deputyPost, from: '2026-01-06', until: null } },
    ],
    [at('2026-01-05', '09:00:02'), guard, { type: 'PersonsLinked', data: signer }],
    [at('2026-01-07'), guard, { type: 'PersonsParted', data: signer }],
    [at('2026-03-01'), guard, { type: 'PostEnded', data: { ...deputyPost, lastDay: '2026-02-28' } }],
  ],
};

const guard2 = { ...guard, id: 'person:sa-2' };
const leadPost = { personId: 'person:lead-1', role: 'organ-lead', organ: 'cq-housing' } as const;

/** What two security administrators do together, and what one did for two. */
export const proposedPostsSample: SampleStream = {
  stream: 'posts-proposed',
  steps: [
    [
      at('2026-04-01'),
      guard,
      {
        type: 'PostGranted',
        data: {
          ...{ personId: guard2.id, role: 'security-admin', organ: guard2.organ },
          ...{ from: '2026-04-01', until: null, byOnePerson: true },
        },
      },
    ],
    [
      at('2026-04-01', '09:00:01'),
      guard,
      {
        type: 'GrantProposed',
        data: {
          ...{ proposalId: 'grant-1', ...leadPost },
          ...{ from: '2026-04-02', until: null, expiresOn: '2026-05-01' },
        },
      },
    ],
    [
      at('2026-04-02'),
      guard2,
      {
        type: 'PostGranted',
        data: {
          ...{ ...leadPost, from: '2026-04-02', until: null },
          ...{ proposalId: 'grant-1', byOnePerson: false },
        },
      },
    ],
    [
      at('2026-04-03'),
      guard,
      {
        type: 'GrantProposed',
        data: {
          ...{ proposalId: 'grant-2', ...leadPost, organ: 'cq-planning' },
          ...{ from: '2026-04-03', until: null, expiresOn: '2026-05-03' },
        },
      },
    ],
    [at('2026-04-04'), guard2, { type: 'GrantDeclined', data: { proposalId: 'grant-2' } }],
    [
      at('2026-04-05'),
      guard,
      { type: 'LinkProposed', data: { proposalId: 'link-3', ...signer, expiresOn: '2026-05-05' } },
    ],
    [
      at('2026-04-06'),
      guard2,
      { type: 'PersonsLinked', data: { ...signer, proposalId: 'link-3', byOnePerson: false } },
    ],
    [
      at('2026-04-07'),
      guard,
      {
        type: 'LinkProposed',
        data: {
          ...{ proposalId: 'link-4', personId: 'person:lead-1', otherId: 'person:signer-2' },
          expiresOn: '2026-05-07',
        },
      },
    ],
    [at('2026-04-07', '10:00:00'), guard, { type: 'LinkDeclined', data: { proposalId: 'link-4' } }],
  ],
};

const erased = {
  person: 'person:gp2',
  legalBasis: '《个人信息保护法》第四十七条',
  requestedBy: 'relative',
} as const;

/** An erasure that was declined, and one that two security administrators ordered. */
export const erasureSample: SampleStream = {
  stream: 'erasure-gp2',
  steps: [
    [
      at('2026-08-05'),
      guard,
      {
        type: 'ErasureProposed',
        data: { proposalId: 'erasure-1', ...erased, requestedBy: 'person', expiresOn: '2026-09-04' },
      },
    ],
    [
      at('2026-08-06'),
      guard2,
      { type: 'ErasureDeclined', data: { person: erased.person, proposalId: 'erasure-1' } },
    ],
    [
      at('2026-08-07'),
      guard,
      { type: 'ErasureProposed', data: { proposalId: 'erasure-2', ...erased, expiresOn: '2026-09-06' } },
    ],
    [
      at('2026-08-08'),
      guard2,
      { type: 'ErasureOrdered', data: { ...erased, proposalId: 'erasure-2', byOnePerson: false } },
    ],
  ],
};

/** Calendars, rule sets, organs, surveys and import batches. */
export const referenceSamples: readonly SampleStream[] = [calendar, ruleset, organ, dissolved, survey, batch];
