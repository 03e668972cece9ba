import {
  categoryTexts,
  dispositionTexts,
  instrumentTexts,
  rectificationTypeTexts,
} from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import type { CaseView, ItemState } from '../api/answers.ts';
import { useTerm } from '../terms/use-terms.ts';
import { CycleTabs } from './cycle-tabs.tsx';
import { Escalations } from './escalations.tsx';
import { ImportedFacts } from './imported-facts.tsx';
import { ItemSituation } from './item-situation.tsx';
import { LookBacks } from './look-backs.tsx';
import { StageSteps } from './stage-steps.tsx';

type Props = { readonly item: ItemState; readonly view: CaseView };

export const ItemDetail = ({ item, view }: Props) => {
  const { t } = useTranslation();
  const term = useTerm();
  const paragraph = item.registered?.data.sourceParagraph;
  const facts = [
    item.category === null ? '' : term(categoryTexts, item.category),
    paragraph === undefined ? '' : t('case.paragraph', { n: paragraph }),
    item.rectificationType === null ? '' : term(rectificationTypeTexts, item.rectificationType),
    item.disposition === null ? '' : term(dispositionTexts, item.disposition),
    ...item.instruments.map((instrument) => term(instrumentTexts, instrument)),
  ].filter((fact) => fact !== '');
  return (
    <article className="item" aria-label={item.title}>
      <h2>{item.title}</h2>
      <p className="item-facts">
        {facts.map((fact) => (
          <span key={fact} className="mark">
            {fact}
          </span>
        ))}
        {item.imported !== null && <span className="mark mark-imported">{t('board.imported')}</span>}
      </p>
      {item.text !== item.title && <p className="item-text">{item.text}</p>}
      <StageSteps item={item} view={view} />
      <ItemSituation item={item} />
      {item.imported !== null && <ImportedFacts imported={item.imported.data} />}
      <CycleTabs item={item} state={view.state} />
      <LookBacks item={item} />
      <Escalations item={item} />
    </article>
  );
};
