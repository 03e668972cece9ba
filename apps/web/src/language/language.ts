import type { Language } from '@duban/domain/texts';
import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { zh } from './zh.ts';

const KEY = 'duban.language';

/** Chinese unless the reader chose otherwise here before. */
const chosen = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'zh');

const i18n = createInstance();

const addEnglish = async (): Promise<void> => {
  if (i18n.hasResourceBundle('en', 'translation')) return;
  const { en } = await import('./en.ts');
  i18n.addResourceBundle('en', 'translation', en);
};

const tag = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en');

export const changeLanguage = async (language: Language): Promise<void> => {
  if (language === 'en') await addEnglish();
  localStorage.setItem(KEY, language);
  document.documentElement.lang = tag(language);
  await i18n.changeLanguage(language);
};

export const startLanguage = async (): Promise<void> => {
  await i18n.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    resources: { zh: { translation: zh } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  await changeLanguage(chosen());
};
