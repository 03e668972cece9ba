import { cycleCauseTexts } from '@duban/domain/texts';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ItemState, OpenedCase } from '../api/answers.ts';
import { useTerm } from '../terms/use-terms.ts';
import { CycleView } from './cycle-view.tsx';
import { useCaseAddress } from './use-case.ts';

type Props = { readonly item: ItemState; readonly state: OpenedCase };

/** One tab for each round. A closed one stays as it was and stays to be read. */
export const CycleTabs = ({ item, state }: Props) => {
  const { t } = useTranslation();
  const term = useTerm();
  const { search, show } = useCaseAddress();
  const cycles = item.cycle === null ? item.pastCycles : [...item.pastCycles, item.cycle];
  const last = cycles.at(-1);
  if (last === undefined) return <p className="quiet">{t('case.noCycle')}</p>;
  const shown = cycles.find(({ n }) => String(n) === search.cycle) ?? last;
  return (
    <Tabs
      activeKey={String(shown.n)}
      onChange={(cycle) => {
        show({ cycle: cycle === String(last.n) ? undefined : cycle });
      }}
      items={cycles.map((cycle) => ({
        key: String(cycle.n),
        label: t(cycle === item.cycle ? 'case.cycleNow' : 'case.cyclePast', {
          n: cycle.n,
          cause: term(cycleCauseTexts, cycle.cause),
        }),
        children: <CycleView item={item} cycle={cycle} state={state} />,
      }))}
    />
  );
};
