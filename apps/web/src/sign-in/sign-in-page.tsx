import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../api/use-answer.ts';
import { Waiting } from '../app/waiting.tsx';
import { ProblemNotice } from '../problem/problem-notice.tsx';
import { beginSession, sessionEnd } from '../session/session.ts';
import { PersonaCard } from './persona-card.tsx';
import './sign-in.css';

export const SignInPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { then = '/board' } = useSearch({ from: '/sign-in' });
  const { data, error, refetch } = useAnswer('/demo/personas');
  const why = sessionEnd();
  return (
    <div className="sign-in">
      <h1>{t('signIn.title')}</h1>
      {why !== null && <output className="sign-in-why">{t(`signIn.${why}`)}</output>}
      <p>{t('signIn.intro')}</p>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting />}
      <ul className="sign-in-personas">
        {data?.body.items.map((persona) => (
          <li key={persona.id}>
            <PersonaCard
              persona={persona}
              onChoose={() => {
                beginSession(persona);
                void navigate({ href: then });
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
};
