import type { ActorRole } from '@duban/kernel';
import { text, type Texts } from './text.ts';

export const roleTexts: Texts<ActorRole> = {
  'supervision-office': text('督办机构', 'supervision office'),
  'working-body': text('专工委', 'working body'),
  'chairpersons-council': text('主任会议', 'Chairpersons’ Council'),
  'general-office': text('办公厅', 'General Office'),
  'organ-lead': text('主办单位', 'lead organ'),
  'organ-co': text('会办单位', 'co-organ'),
  'government-office': text('政府办公厅', 'government office'),
  deputy: text('代表', 'deputy'),
  auditor: text('审计员', 'auditor'),
  analyst: text('分析员', 'analyst'),
  'system-admin': text('系统管理员', 'system administrator'),
  'security-admin': text('安全管理员', 'security administrator'),
  'audit-admin': text('审计管理员', 'audit administrator'),
  system: text('系统', 'the system'),
};
