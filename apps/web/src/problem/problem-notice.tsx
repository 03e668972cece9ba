import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BuildProgress } from '../api/answers.ts';
import { buildingOf, BUILDING, problemOf, type Problem } from '../api/problem.ts';
import { endSession } from '../session/session.ts';
import './problem.css';

type Told = 'building' | 'notFound' | 'forbidden' | 'unauthenticated' | 'unreachable' | 'behind' | 'other';

const KNOWN: Readonly<Record<string, Told>> = {
  'not-found': 'notFound',
  forbidden: 'forbidden',
  unauthenticated: 'unauthenticated',
  unreachable: 'unreachable',
  [BUILDING]: 'building',
  'read-model-behind': 'behind',
  'log-unavailable': 'behind',
  'http-404': 'notFound',
  'http-403': 'forbidden',
  'http-401': 'unauthenticated',
};

const toldAs = ({ code, status }: Problem): Told => KNOWN[code] ?? KNOWN[`http-${status}`] ?? 'other';

const RETRYABLE: ReadonlySet<Told> = new Set(['unreachable', 'behind', 'other']);

const ProblemDetails = ({ problem }: { readonly problem: Problem }) => (
  <>
    {problem.detail !== undefined && <p>{problem.detail}</p>}
    {problem.errors?.map(({ pointer, detail }) => (
      <p key={`${pointer} ${detail}`}>
        <code>{pointer}</code> {detail}
      </p>
    ))}
  </>
);

const MINUTE_S = 60;

const Building = ({ handled, total, percent, secondsLeft }: BuildProgress) => {
  const { t } = useTranslation();
  return (
    <>
      {percent !== null && <progress className="problem-progress" max={100} value={percent} />}
      <p>
        {total === null || percent === null
          ? t('problem.building.handled', { handled })
          : t('problem.building.handledOf', { handled, total, percent })}
        {secondsLeft !== null &&
          ` · ${t('problem.building.left', { minutes: Math.ceil(secondsLeft / MINUTE_S) })}`}
      </p>
    </>
  );
};

/** A refusal in words: what happened, what to do, and what an administrator wants to know. */
export const ProblemNotice = ({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}) => {
  const { t } = useTranslation();
  const problem = problemOf(error);
  const told = toldAs(problem);
  const building = buildingOf(error);
  return (
    <section className="problem" role={building === null ? 'alert' : 'status'}>
      <h2>{told === 'other' ? (problem.title ?? t('problem.other.title')) : t(`problem.${told}.title`)}</h2>
      <p>{t(`problem.${told}.remedy`)}</p>
      {building !== null && <Building {...building} />}
      {told === 'other' && <ProblemDetails problem={problem} />}
      <div className="problem-ways">
        {onRetry !== undefined && RETRYABLE.has(told) && (
          <button type="button" className="main-button" onClick={onRetry}>
            {t('problem.retry')}
          </button>
        )}
        {told === 'forbidden' && (
          <button
            type="button"
            className="main-button"
            onClick={() => {
              endSession('signed-out');
            }}
          >
            {t('problem.changePerson')}
          </button>
        )}
        <Link to="/board" search={{}} className="plain-button">
          {t('problem.toBoard')}
        </Link>
      </div>
      <p className="problem-code">
        {t('problem.code')} <code>{problem.code}</code>
        {problem.traceId !== undefined && (
          <>
            {' · '}
            {t('problem.trace')} <code>{problem.traceId}</code>
          </>
        )}
      </p>
    </section>
  );
};
