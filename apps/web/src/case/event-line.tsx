import { eventTexts } from '@duban/contracts/browser';
import { roleTexts, type Text } from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import type { EventView } from '../api/answers.ts';
import { useDates } from '../terms/use-dates.ts';
import { useNames } from '../terms/use-names.ts';
import { useTerm } from '../terms/use-terms.ts';
import { useCaseAddress } from './use-case.ts';

const labels: Readonly<Record<string, Text>> = Object.fromEntries(
  Object.entries(eventTexts).map(([type, { label }]) => [type, label]),
);

type Props = { readonly event: EventView; readonly here: boolean; readonly later: boolean };

const rawOf = ({ type, schemaVersion, id, ruleSet, calendar, data }: EventView): string =>
  JSON.stringify({ type, schemaVersion, id, ruleSet, calendar, data }, null, 2);

export const EventLine = ({ event, here, later }: Props) => {
  const { t } = useTranslation();
  const term = useTerm();
  const nameOf = useNames();
  const { moment } = useDates();
  const { show } = useCaseAddress();
  const { actor, basis, revision, onBehalfOf } = event;
  const grounds = [basis.documentNo, basis.meeting, basis.article].filter((part) => part !== undefined);
  return (
    <li
      className={`event${here ? ' event-here' : ''}${later ? ' event-later' : ''}`}
      aria-current={here ? 'step' : undefined}
    >
      <button
        type="button"
        className="event-number"
        onClick={() => {
          show({ at: String(revision) });
        }}
        aria-label={t('case.timeline.showAt', { n: revision })}
      >
        {revision}
      </button>
      <div>
        <p className="event-sentence">
          <span className="mark">{term(labels, event.type)}</span> {event.sentence}
        </p>
        <p className="event-facts">
          <span>
            {nameOf(actor.organ)} · {term(roleTexts, actor.role)} · {actor.id}
            {onBehalfOf !== null && ` · ${t('case.timeline.onBehalfOf', { organ: nameOf(onBehalfOf) })}`}
          </span>
          {grounds.length > 0 && <span>{t('case.timeline.basis', { basis: grounds.join(' · ') })}</span>}
          <span>{t('case.timeline.occurred', { moment: moment(event.occurredAt) })}</span>
          <span>{t('case.timeline.recorded', { moment: moment(event.recordedAt) })}</span>
          {event.recordedLateDays > 0 && (
            <span className="mark mark-late">
              {t('case.timeline.late', { count: event.recordedLateDays })}
            </span>
          )}
        </p>
        <details className="event-raw">
          <summary>{t('case.timeline.raw')}</summary>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must scroll by keyboard, too */}
          <pre tabIndex={0}>{rawOf(event)}</pre>
        </details>
      </div>
    </li>
  );
};
