import { Assignments } from './assignments.tsx';
import { ClaimAndFinding } from './claim-and-finding.tsx';
import { Conclusions } from './conclusions.tsx';
import type { CycleProps } from './cycle-props.ts';
import { DueExplained } from './due-explained.tsx';
import { Extensions } from './extensions.tsx';
import { Plans } from './plans.tsx';
import { Replies } from './replies.tsx';
import { Returns } from './returns.tsx';

/** A round in the order in which it happens. */
export const CycleView = (props: CycleProps) => (
  <div className="cycle">
    <Assignments cycle={props.cycle} />
    <Returns cycle={props.cycle} />
    <DueExplained item={props.item} cycle={props.cycle} />
    <Extensions cycle={props.cycle} />
    <Plans cycle={props.cycle} />
    <ClaimAndFinding {...props} />
    <Replies cycle={props.cycle} />
    <Conclusions {...props} />
  </div>
);
