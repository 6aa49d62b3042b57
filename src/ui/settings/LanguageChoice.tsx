import { useId } from 'react';
import { LANGUAGES } from '../../base/messages/words';
import { usePage } from '../context/page-context';
import { useText } from '../context/store-context';

/** The languages that the page speaks, each by its own name; choosing one changes the page at once. Nothing where nobody can choose. */
export function LanguageChoice() {
  const t = useText();
  const { language } = usePage();
  const id = useId();
  if (language === undefined) return null;
  const [spoken] = t.locale.split('-');
  return (
    <p className="dt-language">
      <label htmlFor={id}>{t('lang.choose')}</label>
      <select
        id={id}
        className="dt-select"
        value={spoken}
        onChange={(event) => language.choose(event.currentTarget.value)}
      >
        {LANGUAGES.map((code) => (
          <option key={code} value={code} lang={code} dir="auto">
            {ownName(code)}
          </option>
        ))}
      </select>
    </p>
  );
}

/** "English", "العربية", "Français", "Русский". */
function ownName(code: string): string {
  const name = new Intl.DisplayNames(code, { type: 'language', fallback: 'code' }).of(code) ?? code;
  return name.slice(0, 1).toLocaleUpperCase(code) + name.slice(1);
}
