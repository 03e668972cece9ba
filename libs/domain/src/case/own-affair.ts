/** Whose affair a step is: what its decision asks of the asker, asked before anybody has said what to do. */
import type { AssignmentRole } from './case.vocabulary.ts';
import { addresseeOf, handled } from './handlers.ts';
import { activeAssignments, isHandling } from './item-access.ts';
import type { Whose } from './step.ts';

const holds =
  (roles: readonly AssignmentRole[]): Whose['isTheirs'] =>
  ({ item, organ }) =>
    activeAssignments(item.cycle).some((each) => each.organ === organ && roles.includes(each.role));

export const holdsAssignment: Whose = {
  zh: '由承办单位就本单位现行的交办办理',
  en: 'an organ, on its own running assignment',
  isTheirs: holds(['lead', 'co', 'separate']),
};

export const leads: Whose = {
  zh: '由主办单位或分办单位办理',
  en: 'an organ that leads, or handles its part separately',
  isTheirs: holds(['lead', 'separate']),
};

export const isCoOrgan: Whose = {
  zh: '由会办单位办理',
  en: 'an organ that is a co-organ now',
  isTheirs: holds(['co']),
};

export const isNotHandling: Whose = {
  zh: '由不承办此事项的机构决定',
  en: 'nobody who handles the item now decides about it',
  isTheirs: ({ item, organ }) => !isHandling(item, organ),
};

export const neverHandled: Whose = {
  zh: '由本轮未承办此事项的机构评价',
  en: 'nobody who handled the item in this round judges it',
  isTheirs: ({ state, item, organ }) => !handled(state, item, organ),
};

/** Where neither item nor case names an addressee, as in some registers, any office of a government answers. */
export const isAddressee: Whose = {
  zh: '由受文机关的办事机构办理',
  en: 'the office of the addressee',
  isTheirs: ({ state, item, organ }) => {
    const addressee = addresseeOf(state, item);
    return addressee === null || addressee === organ;
  },
};
