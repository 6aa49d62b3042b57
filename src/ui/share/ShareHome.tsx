import { useId } from 'react';
import { PLACEHOLDER_HOME, homeOf } from './page-home';
import { useText } from '../context/store-context';

/** Asks where the page is hosted, where that isn't the address it is open at. */
export function ShareHome({ home, onChange }: { readonly home: string; readonly onChange: (home: string) => void }) {
  const t = useText();
  const id = useId();
  const isWrong = home !== '' && homeOf(home) === undefined;
  return (
    <div className="dt-share-home">
      <p id={`${id}-why`} className="dt-share-note">
        {t('share.home.local')}
      </p>
      <label htmlFor={id}>{t('share.home')}</label>
      <input
        id={id}
        className="dt-field"
        type="url"
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        placeholder={PLACEHOLDER_HOME}
        value={home}
        aria-invalid={isWrong}
        aria-describedby={`${id}-why ${id}-fault`}
        onChange={(event) => onChange(event.target.value.trim())}
      />
      <p id={`${id}-fault`} className="dt-share-fault" role="alert">
        {isWrong ? t('share.home.wrong', { example: PLACEHOLDER_HOME }) : ''}
      </p>
    </div>
  );
}
