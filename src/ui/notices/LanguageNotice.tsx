import { usePage } from '../context/page-context';
import { useText } from '../context/store-context';

/** Says so where the language asked for could not be had, and another one stands in for it. */
export function LanguageNotice() {
  const t = useText();
  const { language } = usePage();
  const missing = language?.missing;
  if (language === undefined || missing === undefined) return null;
  const name = new Intl.DisplayNames(t.locale, { type: 'language' }).of(missing) ?? missing;
  return (
    <div className="dt-notice" role="alert">
      <p className="dt-notice-words">{t('lang.missing', { language: name })}</p>
      <div className="dt-notice-acts">
        <button type="button" className="dt-button" onClick={() => language.choose(missing)}>
          {t('notice.retry')}
        </button>
      </div>
    </div>
  );
}
