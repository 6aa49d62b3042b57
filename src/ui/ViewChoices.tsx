import { GROUPINGS, SCALES } from '../model/vocabulary';
import { setGroup, setScale, setView } from '../state/look';
import { useShownView } from './page-context';
import { useText, useTimeline, useTimelineStore } from './store-context';

/** Timeline or list. */
export function ViewChoice({ onChosen }: { readonly onChosen?: () => void }) {
  const t = useText();
  const store = useTimelineStore();
  const view = useShownView();
  return (
    <fieldset className="dt-segments dt-group" aria-label={t('tool.view')}>
      {(['timeline', 'list'] as const).map((each) => (
        <button key={each} type="button" className={`dt-button${view === each ? ' dt-button--on' : ''}`} aria-pressed={view === each} onClick={() => {
          onChosen?.();
          store.apply(setView, each);
        }}>
          {t(`tool.view.${each}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** How the chart has its time and its rows. */
export function ChartChoices() {
  const t = useText();
  const store = useTimelineStore();
  const scale = useTimeline((state) => state.scale);
  const group = useTimeline((state) => state.group);
  return (
    <>
      <select className="dt-button dt-select" aria-label={t('tool.scale')} value={scale} onChange={(event) => {
        const chosen = SCALES.find((each) => each === event.target.value);
        if (chosen !== undefined) store.apply(setScale, chosen);
      }}>
        {SCALES.map((each) => <option key={each} value={each}>{t(`tool.scale.${each}`)}</option>)}
      </select>
      <select className="dt-button dt-select" aria-label={t('tool.group')} value={group} onChange={(event) => {
        const chosen = GROUPINGS.find((each) => each === event.target.value);
        if (chosen !== undefined) store.apply(setGroup, chosen);
      }}>
        {GROUPINGS.map((each) => <option key={each} value={each}>{t(`tool.group.${each}`)}</option>)}
      </select>
    </>
  );
}
