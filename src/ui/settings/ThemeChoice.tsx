import { useId } from 'react';
import { THEMES } from '../../state/address/view-params';
import { usePage } from '../context/page-context';
import { useText } from '../context/store-context';

/** How the timeline looks, for a reader to settle: as the machine says, light, dark, or in high contrast. Shown at once, and kept in the page's address. */
export function ThemeChoice() {
  const t = useText();
  const { themeChoice } = usePage();
  const id = useId();
  if (themeChoice === undefined) return null;
  const { asked, choose } = themeChoice;
  return (
    <p className="dt-language">
      <label htmlFor={id}>{t('settings.theme')}</label>
      <select
        id={id}
        className="dt-select"
        value={asked}
        onChange={(event) => {
          const chosen = THEMES.find((each) => each === event.target.value);
          if (chosen !== undefined) choose(chosen);
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
