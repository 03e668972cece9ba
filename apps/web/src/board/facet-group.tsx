import type { BoardFacet } from '@duban/contracts/browser';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language.ts';
import { useNames } from '../terms/use-names.ts';
import { useTerm } from '../terms/use-terms.ts';
import { hasFilter, toggled } from './board-search.ts';
import { LightShape } from './light-shape.tsx';
import { useBoardCounts, useBoardSearch } from './use-board.ts';

const SHOWN = 8;

export const FacetGroup = ({ facet }: { readonly facet: BoardFacet }) => {
  const { t } = useTranslation();
  const term = useTerm();
  const nameOf = useNames();
  const { search, show } = useBoardSearch();
  const [all, setAll] = useState(false);
  const language = useLanguage();
  const { name: groupBy, sets: field, label, order } = facet;
  const terms = facet.field.texts;
  const { data } = useBoardCounts(search, groupBy, field);
  const groups = (data?.body.groups ?? []).filter(({ key }) => key !== null && key !== '');
  if (groups.length === 0) return null;
  const place = (key: string | null): number => order?.indexOf(key ?? '') ?? 0;
  const sorted = [...groups].sort((a, b) => place(a.key) - place(b.key));
  return (
    <fieldset className="facet">
      <legend>{label[language]}</legend>
      {sorted.slice(0, all ? undefined : SHOWN).map(({ key, count }) => {
        const value = key ?? '';
        const on = hasFilter(search, field, value);
        return (
          <button
            key={value}
            type="button"
            className={`facet-value${groupBy === 'light' ? ` light-${value}` : ''}`}
            aria-pressed={on}
            onClick={() => {
              show(toggled(search, field, value));
            }}
          >
            <span className="facet-name">
              {groupBy === 'light' && <LightShape color={value} />}
              {terms === undefined ? nameOf(value) : term(terms, value)}
            </span>
            <span className="facet-count">{count}</span>
          </button>
        );
      })}
      {sorted.length > SHOWN && (
        <button
          type="button"
          className="facet-more"
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? t('board.fewer') : t('board.more', { count: sorted.length - SHOWN })}
        </button>
      )}
    </fieldset>
  );
};
