import { GROUPINGS, SCALES } from '../../model/vocabulary';
import { setGroup, setScale, setView } from '../../state/view/view-actions';
import { useShownView } from '../context/shown-layout';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';

/** Timeline or list. */
export function ViewChoice({ onChosen }: { readonly onChosen?: () => void }) {
  const t = useText();
  const store = useTimelineStore();
  const view = useShownView();
  return (
    <fieldset className="dt-segments dt-group" aria-label={t('tool.view')}>
      {(['timeline', 'list'] as const).map((each) => (
        <button
          key={each}
          type="button"
          className={`dt-button${view === each ? ' dt-button--on' : ''}`}
          aria-pressed={view === each}
          onClick={() => {
            onChosen?.();
            store.apply(setView, each);
          }}
        >
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
      <Choice
        name={t('tool.scale')}
        value={scale}
        values={SCALES}
        wordsOf={(each) => t(`tool.scale.${each}`)}
        onChoose={(each) => store.apply(setScale, each)}
      />
      <Choice
        name={t('tool.group')}
        value={group}
        values={GROUPINGS}
        wordsOf={(each) => t(`tool.group.${each}`)}
        onChoose={(each) => store.apply(setGroup, each)}
      />
    </>
  );
}

function Choice<Value extends string>({
  name,
  value,
  values,
  wordsOf,
  onChoose,
}: {
  readonly name: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly wordsOf: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
}) {
  return (
    <select
      className="dt-button dt-select"
      aria-label={name}
      value={value}
      onChange={(event) => {
        const chosen = values.find((each) => each === event.target.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {values.map((each) => (
        <option key={each} value={each}>
          {wordsOf(each)}
        </option>
      ))}
    </select>
  );
}
