import { useTranslation } from 'react-i18next';
import { useNarrow } from '../app/use-narrow.ts';
import { FacetGroup } from './facet-group.tsx';
import { PANEL } from './facets.ts';

/** Counts that are filters. On a phone they wait behind one line, so that the list comes first. */
export const FacetPanel = () => {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const groups = PANEL.map((facet) => <FacetGroup key={facet.name} facet={facet} />);
  if (!narrow) {
    return (
      <aside className="facets" aria-label={t('board.facets')}>
        {groups}
      </aside>
    );
  }
  return (
    <details className="facets">
      <summary className="plain-button">{t('board.facets')}</summary>
      {groups}
    </details>
  );
};
