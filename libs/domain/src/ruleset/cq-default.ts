import type { LegalPeriod } from '../calendar/calendar.ts';
import type { RuleSet } from './ruleset.ts';

const months = (n: number): LegalPeriod => ({ n, unit: 'month' });
const calendarDays = (n: number): LegalPeriod => ({ n, unit: 'calendar-day' });
const workingDays = (n: number): LegalPeriod => ({ n, unit: 'working-day' });

/** The working body's verification is the least a case needs; an assignment may ask for more. */
const verified = ['verification'] as const;

/**
 * The built-in defaults (`cq-default@1`). Few are law: S1 art. 27 (audit), S2 art. 51 and S3 arts 11, 14, 17, 19, 21
 * (suggestions) bind or are borrowed from a neighbour; all others are a design that a local rule set replaces.
 */
export const cqDefault1: RuleSet = {
  id: 'cq-default',
  version: 1,
  periods: {
    opinionsReport: months(3),
    plan: calendarDays(30),
    returnWindow: workingDays(7),
    coOpinion: months(1),
    suggestionAssign: workingDays(7),
    suggestionReply: months(3),
    suggestionRehandling: months(1),
    auditRectification: months(6),
    lookBack: months(6),
    lookBackContinuous: months(12),
  },
  returnsBeforeDesignation: 2,
  extensions: { maximumCount: 1, maximumLength: months(3) },
  vote: {
    id: 'vote-majority-of-all-members',
    denominator: 'all-members',
    threshold: { numerator: 1, divisor: 2 },
  },
  survey: { id: 'survey-positive-rate', goodPerMille: 800, basicPerMille: 600, minimumValid: 385 },
  requiredInstruments: {
    'work-report': verified,
    'law-inspection': verified,
    'special-inquiry': verified,
    interpellation: verified,
    resolution: verified,
    'inspection-visit': verified,
    appraisal: verified,
    'audit-report': verified,
    'special-investigation': verified,
    suggestion: ['deputy-evaluation'],
    'research-report': verified,
    register: verified,
  },
  basicNeedsLookBack: true,
  lights: [
    { id: 'overdue', color: 'red', atOrBelowWorkingDays: -1 },
    { id: 'due-within-3-working-days', color: 'yellow', atOrBelowWorkingDays: 3 },
    { id: 'due-within-10-working-days', color: 'blue', atOrBelowWorkingDays: 10 },
    { id: 'on-time', color: 'green', atOrBelowWorkingDays: null },
  ],
  escalation: [
    { id: 'due-10', daysFromDue: -10, level: 'reminder' },
    { id: 'due+1', daysFromDue: 1, level: 'chase-slip' },
    { id: 'due+10', daysFromDue: 10, level: 'vice-chair' },
    { id: 'due+30', daysFromDue: 30, level: 'chairpersons-council' },
  ],
  dissatisfied: [
    { failure: 1, measures: ['report-to-next-meeting'], decidedBy: 'chairpersons-council' },
    {
      failure: 2,
      measures: [
        'special-inquiry',
        'resolution-with-deadline',
        'interpellation-proposal',
        'special-investigation',
        'party-report',
      ],
      decidedBy: 'chairpersons-council',
    },
  ],
  classSchemes: [
    {
      id: 'national',
      classes: [
        { letter: 'A', zh: '已经解决或基本解决', en: 'solved or basically solved', solved: true },
        { letter: 'B', zh: '正在解决或列入计划解决', en: 'being solved or planned', solved: false },
        { letter: 'C', zh: '因条件限制待以后解决', en: 'later, conditions are lacking', solved: false },
        { letter: 'D', zh: '留作参考', en: 'for reference', solved: false },
      ],
    },
    {
      id: 'chongqing',
      classes: [
        { letter: 'A', zh: '已经解决或采纳', en: 'solved or adopted', solved: true },
        { letter: 'B', zh: '列入工作计划', en: 'in the work plan', solved: false },
        { letter: 'C', zh: '留作参考', en: 'for reference', solved: false },
        { letter: 'D', zh: '属上级机关权限', en: 'belongs to higher organs', solved: false },
      ],
    },
  ],
  secondEvaluationWaivedFor: ['A'],
  suspensionGrounds: ['superior-approval', 'pending-procedure', 'law-change', 'force-majeure'],
  silentDeputyReminders: 2,
};
