import { dispositionTexts, findingTexts } from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import { useDates } from '../terms/use-dates.ts';
import { useTerm } from '../terms/use-terms.ts';
import type { CycleProps } from './cycle-props.ts';
import { EvidenceList } from './evidence-list.tsx';
import { inCycle } from './in-cycle.ts';
import { Room } from './room.tsx';

/** What the organ says of itself and what the verifier found stand side by side and are never mixed. */
export const ClaimAndFinding = ({ item, cycle, state }: CycleProps) => {
  const { t } = useTranslation();
  const term = useTerm();
  const { date } = useDates();
  const findings = inCycle(state.records.inspections, item.itemId, cycle.n).flatMap(({ data, eventId }) =>
    data.findings
      .filter(({ itemId }) => itemId === item.itemId)
      .map((finding) => ({ ...finding, eventId, on: data.date, place: data.place })),
  );
  if (cycle.progress.length === 0 && cycle.claim === null && findings.length === 0) return null;
  return (
    <div className="claim-and-finding">
      <Room title={t('case.claim.title')} note={t('case.claim.note')}>
        <ul className="lines">
          {cycle.progress.map(({ eventId, data }) => (
            <li key={eventId}>
              {t('case.claim.progress', { date: date(data.periodEnd), percent: data.percent })}
              {data.blockers !== '' && <small>{t('case.claim.blockers', { text: data.blockers })}</small>}
              <EvidenceList evidence={data.evidence} />
            </li>
          ))}
          {cycle.claim !== null && (
            <li>
              {t('case.claim.result')}
              <strong>{term(dispositionTexts, cycle.claim.claimedDisposition)}</strong>
              <EvidenceList evidence={cycle.claim.evidence} />
            </li>
          )}
          {cycle.progress.length === 0 && cycle.claim === null && (
            <li className="quiet">{t('case.claim.none')}</li>
          )}
        </ul>
      </Room>
      <Room title={t('case.finding.title')} note={t('case.finding.note')}>
        <ul className="lines">
          {findings.map(({ eventId, on, place, verdict, note }) => (
            <li key={eventId}>
              {date(on)} · {place} · <strong>{term(findingTexts, verdict)}</strong>
              <small>{note}</small>
            </li>
          ))}
          {findings.length === 0 && <li className="quiet">{t('case.finding.none')}</li>}
        </ul>
      </Room>
    </div>
  );
};
