import { useTranslation } from 'react-i18next';
import type { Evidence } from '../api/answers.ts';

export const EvidenceList = ({ evidence }: { readonly evidence: readonly Evidence[] }) => {
  const { t } = useTranslation();
  if (evidence.length === 0) return null;
  return (
    <small className="evidence">
      {t('case.evidence')}
      {evidence.map(({ digest, name }) => (
        <span key={digest} title={digest}>
          {name}
        </span>
      ))}
    </small>
  );
};
