import { useTranslation } from 'react-i18next';

export const Waiting = () => {
  const { t } = useTranslation();
  return <output className="waiting">{t('app.waiting')}</output>;
};
