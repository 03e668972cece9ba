import type { OrganKind } from '../organ/organ-kind.ts';
import type { OrganEnd, OrganState } from '../organ/organ.state.ts';

/** For specs only: an organ as the register shows it. */
export const organ = (
  organId: string,
  kind: OrganKind = 'bureau',
  end: OrganEnd | null = null,
  from = '2018-01-01',
): Readonly<Record<string, OrganState>> => ({
  [organId]: {
    status: end === null ? 'active' : 'ended',
    organId,
    kind,
    names: [{ name: `The ${organId}`, from }],
    end,
  },
});

/** Everybody whom the stories name. */
export const knownOrgans: Readonly<Record<string, OrganState>> = {
  ...organ('npcsc-office', 'congress-body'),
  ...organ('npcsc-council', 'congress-body'),
  ...organ('urban-committee', 'congress-body'),
  ...organ('npc-delegation', 'congress-body'),
  ...organ('city-government', 'government'),
  ...organ('housing-bureau'),
  ...organ('market-regulator'),
  ...organ('transport-bureau'),
  ...organ('water-bureau'),
  ...organ('finance-bureau'),
};
