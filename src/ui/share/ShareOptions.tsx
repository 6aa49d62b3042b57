import { useId } from 'react';
import { HIDEABLE, LOCKABLE, THEMES } from '../../state/address/view-params';
import { HEIGHT_PX } from './share-settings';
import type { ShareSettings } from './share-settings';
import type { CodeKind } from './ShareCode';
import { useText } from '../context/store-context';

interface ShareOptionsProps {
  readonly kind: CodeKind;
  readonly settings: ShareSettings;
  readonly onChange: (settings: ShareSettings) => void;
}

/** What an editor may settle: height, theme, the wheel, what is left out and what readers can't change. */
export function ShareOptions({ kind, settings, onChange }: ShareOptionsProps) {
  const t = useText();
  const id = useId();
  const { theme, greedy, hide, lock } = settings;
  return (
    <fieldset className="dt-group dt-share-options">
      <legend>{t('share.options')}</legend>
      <div className="dt-share-row">
        {kind === 'element' ? null : <HeightField settings={settings} onChange={onChange} />}
        <span className="dt-share-pair">
          <label htmlFor={`${id}-theme`} aria-hidden="true">
            {t('share.theme')}
          </label>
          <select
            id={`${id}-theme`}
            aria-label={t('share.theme')}
            className="dt-button dt-select"
            value={theme}
            onChange={(event) => {
              const chosen = THEMES.find((each) => each === event.target.value);
              if (chosen !== undefined) onChange({ ...settings, theme: chosen });
            }}
          >
            {THEMES.map((each) => (
              <option key={each} value={each}>
                {t(`share.theme.${each}`)}
              </option>
            ))}
          </select>
        </span>
        <span className="dt-share-pair">
          <label htmlFor={`${id}-wheel`} aria-hidden="true">
            {t('share.wheel')}
          </label>
          <select
            id={`${id}-wheel`}
            aria-label={t('share.wheel')}
            className="dt-button dt-select"
            value={greedy ? 'greedy' : 'auto'}
            onChange={(event) => onChange({ ...settings, greedy: event.target.value === 'greedy' })}
          >
            <option value="auto">{t('share.wheel.auto')}</option>
            <option value="greedy">{t('share.wheel.greedy')}</option>
          </select>
        </span>
      </div>
      <Ticks
        title={t('share.hide')}
        words={HIDEABLE}
        taken={hide}
        name={(each) => t(`share.hide.${each}`)}
        onChange={(next) => onChange({ ...settings, hide: next })}
      />
      <Ticks
        title={t('share.lock')}
        words={LOCKABLE}
        taken={lock}
        name={(each) => t(`share.lock.${each}`)}
        onChange={(next) => onChange({ ...settings, lock: next })}
      />
    </fieldset>
  );
}

function HeightField({ settings, onChange }: Omit<ShareOptionsProps, 'kind'>) {
  const t = useText();
  const id = useId();
  return (
    <span className="dt-share-pair">
      <label htmlFor={id}>{t('share.height')}</label>
      <input
        id={id}
        className="dt-field dt-share-height"
        type="number"
        min={HEIGHT_PX.least}
        max={HEIGHT_PX.most}
        step={10}
        defaultValue={settings.heightPx}
        onChange={({ target }) => {
          const px = Math.round(target.valueAsNumber);
          // What is being typed may be no height yet; the last that was one holds.
          if (px >= HEIGHT_PX.least && px <= HEIGHT_PX.most) onChange({ ...settings, heightPx: px });
        }}
      />
    </span>
  );
}

/** Words of a closed list to tick; they are taken in the list's order. */
function Ticks<Word extends string>({
  title,
  words,
  taken,
  name,
  onChange,
}: {
  readonly title: string;
  readonly words: readonly Word[];
  readonly taken: readonly Word[];
  readonly name: (word: Word) => string;
  readonly onChange: (taken: readonly Word[]) => void;
}) {
  return (
    <fieldset className="dt-group dt-share-ticks">
      <legend>{title}</legend>
      <div>
        {words.map((each) => (
          <label key={each}>
            <input
              type="checkbox"
              checked={taken.includes(each)}
              onChange={(event) =>
                onChange(words.filter((word) => (word === each ? event.target.checked : taken.includes(word))))
              }
            />
            {name(each)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
