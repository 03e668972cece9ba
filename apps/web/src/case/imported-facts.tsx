import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ItemState } from '../api/answers.ts';
import { useDates } from '../terms/use-dates.ts';
import { useNames } from '../terms/use-names.ts';

type Imported = NonNullable<ItemState['imported']>['data'];

/** The register's own facts: nobody here saw them happen. */
export const ImportedFacts = ({ imported }: { readonly imported: Imported }) => {
  const { t } = useTranslation();
  const { date } = useDates();
  const nameOf = useNames();
  const { register, organ, madeOn, closedOn, registerStatus, reply, otherFacts } = imported;
  const day = (value: string | null): string => (value === null ? t('case.unknown') : date(value));
  const facts: readonly (readonly [string, string])[] = [
    [t('case.register.name'), t('case.register.row', { name: register.name, row: register.row })],
    [t('case.register.number'), register.number],
    [t('case.register.organ'), organ === null ? t('case.unknown') : nameOf(organ)],
    [t('case.register.madeOn'), day(madeOn)],
    [t('case.register.closedOn'), day(closedOn)],
    [t('case.register.status'), registerStatus ?? t('case.unknown')],
    ...(reply === null ? [] : [[t('case.register.reply'), reply] as const]),
    ...Object.entries(otherFacts),
  ];
  return (
    <section>
      <h3>
        {t('case.register.title')} <span className="mark mark-imported">{t('board.imported')}</span>
      </h3>
      <Descriptions
        bordered
        size="small"
        column={1}
        items={facts.map(([label, children]) => ({ key: label, label, children }))}
      />
    </section>
  );
};
