import { assignDecisions } from './assignment/assign.ts';
import { coOpinionDecisions } from './assignment/co-opinion.ts';
import { reassignmentDecisions } from './assignment/reassignment.ts';
import { registrationDecisions } from './assignment/registration.ts';
import { returnDecisions } from './assignment/returns.ts';

/** From the register to the organ: 登记、清单、交办、签收、退办、改办、会办. */
export const assignmentDecisions = {
  ...registrationDecisions,
  ...assignDecisions,
  ...returnDecisions,
  ...reassignmentDecisions,
  ...coOpinionDecisions,
};
