import type { CaseCommandData } from '../case.commands.ts';
import type { FindingVerdict } from '../case.vocabulary.ts';

type VoteCounts = readonly [satisfied: number, basic: number, dissatisfied: number, invalid?: number];

/** A vote of a committee of 61: all ballots handed out came back. */
export const vote = (
  voteId: string,
  [satisfied, basic, dissatisfied, invalid = 0]: VoteCounts,
  coversItemIds: readonly string[] = ['i1'],
): CaseCommandData['RecordVote'] => {
  const valid = satisfied + basic + dissatisfied;
  const collected = valid + invalid;
  return {
    voteId,
    meetingNo: 'SC-12',
    question: 'How satisfied are you with the handling?',
    coversItemIds,
    eligible: 61,
    present: collected,
    issued: collected,
    collected,
    valid,
    counts: { satisfied, basic, dissatisfied },
    invalid,
    tellers: ['person:t1', 'person:t2'],
    ballotMode: 'paper',
    signedTallyHash: 'sha256:tally',
  };
};

export const inspection = (
  inspectionId: string,
  verdict: FindingVerdict,
  items: readonly string[] = ['i1'],
): CaseCommandData['RecordInspection'] => ({
  inspectionId,
  date: '2026-03-24',
  place: 'Yubei',
  participants: ['person:deputy-1'],
  findings: items.map((itemId) => ({ itemId, verdict, note: '' })),
});

type SurveyCounts = readonly [number, number, number, number, number];

export const survey = (
  waveId: string,
  [verySatisfied, satisfied, basic, dissatisfied, veryDissatisfied]: SurveyCounts,
): CaseCommandData['RecordSurveyWave'] => {
  const valid = verySatisfied + satisfied + basic + dissatisfied + veryDissatisfied;
  return {
    surveyId: 's1',
    waveId,
    coversItemIds: ['i1'],
    instrument: 'phone',
    population: 'residents',
    frame: 'households',
    planned: 1200,
    issued: valid + 20,
    valid,
    counts: { verySatisfied, satisfied, basic, dissatisfied, veryDissatisfied },
    weightScheme: null,
    weightedRatePerMille: null,
    marginPerMille: 30,
    datasetHash: 'sha256:data',
    contractor: 'statistics-institute',
  };
};

export const appraisal = (
  grade: 'satisfied' | 'basic' | 'dissatisfied',
): CaseCommandData['RecordAppraisal'] => ({
  appraisalNo: 'AP-1',
  coversItemIds: ['i1'],
  panel: ['person:deputy-1'],
  dimensions: [{ name: 'effect', scoreOutOf100: { satisfied: 82, basic: 66, dissatisfied: 41 }[grade] }],
  grade,
});
