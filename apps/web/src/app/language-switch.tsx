import { useLanguage } from '../language/use-language.ts';
import { changeLanguage } from '../language/language.ts';

/** Each language is named in itself: who needs the switch cannot read the other one. */
export const LanguageSwitch = () => {
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="shell-button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => void changeLanguage(other)}
    >
      {other === 'zh' ? '中文' : 'English'}
    </button>
  );
};
