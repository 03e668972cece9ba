import type { Principal } from './principal.ts';

/** Who a token could be made for. */
export type Persona = Omit<Principal, 'expiresAt'>;

/** The people of the demo, all invented. Tokens for them are handed out on loopback in the demo profile only. */
export const DEMO_PERSONAS: readonly Persona[] = [
  { id: 'person:demo-so', name: '林督 (督办机构)', role: 'supervision-office', organ: 'cq-so' },
  { id: 'person:demo-wb', name: '陈委 (城环委)', role: 'working-body', organ: 'cq-urban-committee' },
  { id: 'person:demo-cc', name: '周任 (主任会议)', role: 'chairpersons-council', organ: 'cq-cc' },
  { id: 'person:demo-go', name: '吴办 (常委会办公厅)', role: 'general-office', organ: 'cq-general-office' },
  { id: 'person:demo-gov', name: '郑府 (市政府办公厅)', role: 'government-office', organ: 'cq-government' },
  { id: 'person:demo-housing', name: '王建 (市住建委)', role: 'organ-lead', organ: 'cq-housing' },
  { id: 'person:demo-emergency', name: '李急 (市应急局)', role: 'organ-co', organ: 'cq-emergency' },
  { id: 'person:demo-civil', name: '赵民 (市民政局)', role: 'organ-lead', organ: 'cq-civil-affairs' },
  { id: 'person:demo-traffic', name: '钱通 (市交管局)', role: 'organ-lead', organ: 'cq-traffic-police' },
  { id: 'person:demo-deputy', name: '孙代 (市人大代表)', role: 'deputy', organ: 'cq-deputies' },
  { id: 'person:demo-auditor', name: '何审 (审计员)', role: 'auditor', organ: 'cq-general-office' },
  { id: 'person:demo-analyst', name: '许析 (分析员)', role: 'analyst', organ: 'cq-analysis' },
  {
    id: 'person:demo-sysadmin',
    name: '高管 (系统管理员)',
    role: 'system-admin',
    organ: 'cq-information-centre',
  },
  {
    id: 'person:demo-secadmin',
    name: '罗安 (安全管理员)',
    role: 'security-admin',
    organ: 'cq-information-centre',
  },
  {
    id: 'person:demo-auditadmin',
    name: '邓查 (审计管理员)',
    role: 'audit-admin',
    organ: 'cq-information-centre',
  },
];
