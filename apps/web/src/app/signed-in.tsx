import { roleTexts } from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import type { Persona } from '../api/answers.ts';
import { endSession } from '../session/session.ts';
import { personName } from '../session/person-name.ts';
import { useTerm } from '../terms/use-terms.ts';

export const SignedIn = ({ session }: { readonly session: Persona }) => {
  const { t } = useTranslation();
  const role = useTerm()(roleTexts, session.role);
  const { name, organ } = personName(session.name);
  return (
    <>
      <span className="shell-person">
        {name}
        <span className="shell-role">{organ === null || organ === role ? role : `${role} · ${organ}`}</span>
      </span>
      <button
        type="button"
        className="shell-button"
        onClick={() => {
          endSession('signed-out');
        }}
      >
        {t('app.signOut')}
      </button>
    </>
  );
};
