import { useId } from 'react';
import { homeOf, PLACEHOLDER_HOME } from './page-home';
import { useText } from '../context/store-context';

/** Asks where the page is hosted, where that isn't the address it is open at. */
export function ShareHome({
  home,
  onChange,
  isKnown = false,
}: {
  readonly home: string;
  readonly onChange: (home: string) => void;
  /** The page is open where others can reach it: somebody wants another address all the same. */
  readonly isKnown?: boolean;
}) {
  const t = useText();
  const id = useId();
  const isWrong = home !== '' && homeOf(home) === undefined;
  return (
    <div className="dt-share-home">
      {isKnown ? null : (
        <p id={`${id}-why`} className="dt-share-note">
          {t('share.home.local')}
        </p>
      )}
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
        aria-describedby={isKnown ? `${id}-fault` : `${id}-why ${id}-fault`}
        onChange={(event) => onChange(event.target.value.trim())}
      />
      <p id={`${id}-fault`} className="dt-share-fault" role="alert">
        {isWrong ? t('share.home.wrong', { example: PLACEHOLDER_HOME }) : ''}
      </p>
    </div>
  );
}
