import type { ItemState } from './case.state.ts';
import type { ItemStage } from './case.vocabulary.ts';

/** An item of which nothing is known but its name and stage. */
export const newItem = (itemId: string, stage: ItemStage): ItemState => ({
  itemId,
  stage,
  resumeTo: null,
  resumedOn: null,
  suspension: null,
  registered: null,
  imported: null,
  title: '',
  text: '',
  category: null,
  proposers: [],
  ruleSet: null,
  addressee: null,
  rectificationType: null,
  instruments: [],
  fixedInResolution: false,
  cycle: null,
  pastCycles: [],
  failures: 0,
  disposition: null,
  lookBackDue: null,
  lookBacks: [],
  relapseFound: false,
  mergedInto: null,
  proposersCarried: [],
  withdrawnFor: null,
  escalations: [],
});
