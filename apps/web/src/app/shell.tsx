import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AsOfBand } from '../as-of/as-of-band.tsx';
import { useSession } from '../session/session.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { SignedIn } from './signed-in.tsx';
import { useLeaving } from './use-leaving.ts';

/** Around every page: whose desk this is, that it is a demonstration, and whether the past is shown. */
export const Shell = () => {
  const { t } = useTranslation();
  const session = useSession();
  useLeaving();
  return (
    <>
      <a className="skip-link" href="#main">
        {t('app.skip')}
      </a>
      <header className="shell-header">
        <Link to="/board" className="shell-brand">
          <span className="shell-mark" aria-hidden="true">
            督
          </span>
          <strong>{t('app.name')}</strong>
          <span className="shell-subtitle">{t('app.subtitle')}</span>
        </Link>
        <div className="shell-tools">
          <LanguageSwitch />
          {session !== null && <SignedIn session={session} />}
        </div>
      </header>
      <p className="shell-demo">
        <strong>{t('app.demo')}</strong> {t('app.demoDetail')}
      </p>
      <AsOfBand />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
};
