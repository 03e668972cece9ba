import type { EvolutionsOf } from '../case.decisions.ts';
import type { RectificationEvent } from '../events/rectification.events.ts';
import type { OpenedCase } from '../case.state.ts';

const unchanged = (state: OpenedCase): OpenedCase => state;

export const rectificationEvolutions: EvolutionsOf<RectificationEvent['type']> = {
  PlanFiled: unchanged,
  PlanReturned: unchanged,
  ProgressReported: unchanged,
  ExtensionRequested: unchanged,
  ExtensionGranted: unchanged,
  ExtensionRefused: unchanged,
  DeadlineApproaching: unchanged,
  DeadlineMissed: unchanged,
  ItemSuspended: unchanged,
  ItemResumed: unchanged,
  DraftResultSubmitted: unchanged,
  CommitteeOpinionGiven: unchanged,
  ResultSubmitted: unchanged,
  ResultAccepted: unchanged,
  ResultReturned: unchanged,
};
