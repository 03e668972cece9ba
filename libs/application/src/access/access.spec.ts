import { describe, expect, it } from '@jest/globals';
import { COMMAND_SENDERS, maySend } from './command-table.ts';
import { reachOf, type Subject } from './reading-table.ts';
import { isRole, ROLES } from '@duban/kernel';

const READ_ONLY = ['auditor', 'analyst', 'system-admin', 'security-admin', 'audit-admin'];

describe('who may send what', () => {
  it('lets no reading role and no administrator send any command', () => {
    const sendable = Object.entries(COMMAND_SENDERS).filter(([, senders]) =>
      READ_ONLY.some((role) => (senders as readonly string[]).includes(role)),
    );
    expect(sendable).toEqual([]);
  });

  it('gives every command a sender, and only senders that exist', () => {
    for (const senders of Object.values(COMMAND_SENDERS)) {
      expect(senders.length).toBeGreaterThan(0);
      expect(senders.filter((sender) => sender !== 'system' && !isRole(sender))).toEqual([]);
    }
  });

  it('keeps the list with the council, the vote with the office and the plan with the lead', () => {
    expect(ROLES.filter((role) => maySend(role, 'ApproveList'))).toEqual(['chairpersons-council']);
    expect(ROLES.filter((role) => maySend(role, 'RecordVote'))).toEqual(['supervision-office']);
    expect(ROLES.filter((role) => maySend(role, 'FilePlan'))).toEqual(['organ-lead']);
  });

  it('knows no role called system that a token could carry', () => {
    expect(isRole('system')).toBe(false);
    expect(maySend('system', 'NoteDeadlines')).toBe(true);
  });
});

describe('who may read what', () => {
  it('lets an auditor read everything and proofs', () => {
    const subjects: readonly Subject[] = ['cases', 'board', 'audit-trail', 'events', 'exports', 'imports'];
    expect(subjects.filter((subject) => reachOf('auditor', subject) !== 'all')).toEqual([]);
  });

  it('keeps an analyst to events and exports', () => {
    expect(reachOf('analyst', 'events')).toBe('all');
    expect(reachOf('analyst', 'cases')).toBe('none');
  });

  it('shows an organ its own matters only', () => {
    expect(reachOf('organ-lead', 'cases')).toBe('own');
    expect(reachOf('organ-lead', 'audit-trail')).toBe('none');
  });

  it('shows nothing to a role that nobody knows', () => {
    expect(reachOf('stranger', 'board')).toBe('none');
  });
});
