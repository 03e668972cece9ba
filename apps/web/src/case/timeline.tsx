import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../api/answers.ts';
import { useNarrow } from '../app/use-narrow.ts';
import { Waiting } from '../app/waiting.tsx';
import { ProblemNotice } from '../problem/problem-notice.tsx';
import { EventLine } from './event-line.tsx';
import { useCaseEvents } from './use-case.ts';
import { useIsLater } from './use-is-later.ts';

/** Everything that happened, one sentence each; what came after the state shown is pale. */
export const Timeline = ({ view }: { readonly view: CaseView }) => {
  const { t } = useTranslation();
  const { events, error, refetch, isPending, hasNextPage, fetchNextPage } = useCaseEvents();
  const isLater = useIsLater(view);
  const narrow = useNarrow();
  const { revision } = view;
  const lines = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const here = lines.current?.querySelector('[aria-current]');
    const room = lines.current?.parentElement;
    // Only inside its own frame: the page itself does not jump.
    if (here instanceof HTMLElement && room && room.scrollHeight > room.clientHeight) {
      room.scrollTop = here.offsetTop - room.clientHeight / 2;
    }
  }, [revision, events.length]);
  const list = (
    <>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting />}
      <ol ref={lines}>
        {events.map((event) => (
          <EventLine key={event.id} event={event} here={event.revision === revision} later={isLater(event)} />
        ))}
      </ol>
      {hasNextPage && (
        <button type="button" className="plain-button" onClick={() => void fetchNextPage()}>
          {t('case.timeline.more')}
        </button>
      )}
    </>
  );
  return (
    <section className="timeline" aria-label={t('case.timeline.title')}>
      <h2>{t('case.timeline.title')}</h2>
      {narrow ? (
        <details>
          <summary>{t('case.timeline.events', { count: events.length })}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </section>
  );
};
