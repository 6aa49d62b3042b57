import { useId, useSyncExternalStore } from 'react';
import { setLetterKeys, useLetterKeys } from '../context/letter-keys';
import { useText } from '../context/store-context';
import { LANGUAGES } from '../../base/messages/languages';
import { usePageServices } from '../context/page-services';
import { useThemeSource } from '../context/theme';
import { THEMES } from '../../state/address/view-params';

/** What a reader can set for themselves, one line each; kept for all timelines of the page. */
export function SettingsSection() {
  const t = useText();
  const id = useId();
  return (
    <section className="dt-settings" aria-labelledby={id}>
      <h3 id={id} className="dt-settings-title">
        {t('settings.title')}
      </h3>
      <LanguageChoice />
      <ThemeChoice />
      <LetterKeysChoice />
    </section>
  );
}

function LetterKeysChoice() {
  const t = useText();
  const id = useId();
  const isOn = useLetterKeys();
  return (
    <div className="dt-setting">
      <label className="dt-switch-side">
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={id}
          onChange={(event) => setLetterKeys(event.target.checked)}
        />
        {t('settings.letterKeys')}{' '}
        <kbd aria-hidden="true" dir="ltr">
          / f l u ? + − 0 . [ ]
        </kbd>
      </label>
      <p id={id} className="dt-setting-why">
        {t('settings.letterKeysWhy')}
      </p>
    </div>
  );
}

/**
 * The languages that the page speaks, each by its own name; choosing one changes the page at once. Nothing where nobody
 * can choose.
 */
function LanguageChoice() {
  const t = useText();
  const { chooseLanguage } = usePageServices();
  const id = useId();
  if (chooseLanguage === undefined) return null;
  const [spoken] = t.locale.split('-');
  return (
    <p className="dt-language">
      <label htmlFor={id} aria-hidden="true">
        {t('lang.choose')}
      </label>
      <select
        id={id}
        aria-label={t('lang.choose')}
        className="dt-select"
        value={spoken}
        onChange={(event) => chooseLanguage(event.currentTarget.value)}
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

/**
 * How the timeline looks, for a reader to settle: as the machine says, light, dark, or in high contrast. Shown at once,
 * and kept in the page's address.
 */
function ThemeChoice() {
  const t = useText();
  const { asked, choose } = useThemeSource();
  const chosen = useSyncExternalStore(asked.subscribe, asked.get);
  const id = useId();
  if (choose === undefined) return null;
  return (
    <p className="dt-language">
      <label htmlFor={id} aria-hidden="true">
        {t('settings.theme')}
      </label>
      <select
        id={id}
        aria-label={t('settings.theme')}
        className="dt-select"
        value={chosen}
        onChange={(event) => {
          const wanted = THEMES.find((each) => each === event.target.value);
          if (wanted !== undefined) choose(wanted);
        }}
      >
        {THEMES.map((each) => (
          <option key={each} value={each}>
            {t(each === 'auto' ? 'settings.theme.auto' : `share.theme.${each}`)}
          </option>
        ))}
      </select>
    </p>
  );
}
