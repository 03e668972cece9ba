import type { Grounds } from '@duban/kernel';

/** What was said of the ground, and nothing where nothing was. */
export const groundsOf = ({ decision, mandate, paper }: Grounds): Grounds => ({
  ...(decision === undefined ? {} : { decision }),
  ...(mandate === undefined ? {} : { mandate }),
  ...(paper === undefined ? {} : { paper }),
});
