import { useId } from 'react';
import { LanguageChoice } from './LanguageChoice';
import { setLetterKeys, useLetterKeys } from '../context/letter-keys';
import { useText } from '../context/store-context';
import { ThemeChoice } from './ThemeChoice';

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
