import { roleTexts } from '@duban/domain/texts';
import { useTranslation } from 'react-i18next';
import type { Persona } from '../api/answers.ts';
import { personName } from '../session/person-name.ts';
import { useTerm } from '../terms/use-terms.ts';

type Props = { readonly persona: Persona; readonly onChoose: () => void };

export const PersonaCard = ({ persona, onChoose }: Props) => {
  const { t, i18n } = useTranslation();
  const term = useTerm();
  const { name, organ } = personName(persona.name);
  const role = term(roleTexts, persona.role);
  const means = `signIn.may.${persona.role}`;
  return (
    <button type="button" className="persona" onClick={onChoose}>
      <span className="persona-face" aria-hidden="true">
        {name.slice(0, 1)}
      </span>
      <span className="persona-text">
        <strong>{name}</strong>
        <span className="persona-role">{role}</span>
        {organ !== role && <span className="persona-organ">{organ ?? persona.organ}</span>}
        {i18n.exists(means) && <span className="persona-may">{t(means as 'signIn.may.auditor')}</span>}
      </span>
    </button>
  );
};
