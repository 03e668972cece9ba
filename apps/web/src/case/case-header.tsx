import { supervisionFormTexts } from '@duban/domain/texts';
import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/answers.ts';
import { useDates } from '../terms/use-dates.ts';
import { useNames } from '../terms/use-names.ts';
import { useTerm } from '../terms/use-terms.ts';
import { STATUS_KEYS } from './case-status.ts';

export const CaseHeader = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTranslation();
  const term = useTerm();
  const nameOf = useNames();
  const { date } = useDates();
  const { opened, status } = view.state;
  const { source } = opened;
  const named = (organ: string | null): string => (organ === null ? t('case.unknown') : nameOf(organ));
  const facts = [
    { key: 'form', children: term(supervisionFormTexts, opened.supervisionForm) },
    { key: 'addressee', children: named(opened.addressee) },
    { key: 'committee', children: named(opened.leadCommittee) },
    { key: 'source', children: `《${source.title}》${source.documentNo}` },
    { key: 'sourceDate', children: source.date === null ? t('case.unknown') : date(source.date) },
    { key: 'topic', children: opened.topic },
    { key: 'openedOn', children: date(opened.openedOn) },
  ] as const;
  return (
    <header className="case-header">
      <h1>
        {source.title}
        <span className={`case-status case-status-${status}`}>{t(STATUS_KEYS[status])}</span>
      </h1>
      <p className="case-no">{t('case.caseNo', { no: opened.caseNo })}</p>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, md: 3 }}
        items={facts.map((fact) => ({ ...fact, label: t(`case.facts.${fact.key}`) }))}
      />
    </header>
  );
};
