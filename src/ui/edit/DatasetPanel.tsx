import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { setHead } from '../../model/edit/edit-records';
import { textOrNothing } from '../../model/edit/lists';
import type { DatasetFields } from '../../model/edit/edit';
import type { WholeDataset } from '../../model/dataset';
import { Heading } from '../context/Heading';
import type { Desk } from '../context/desk';
import { useText, useTimelineStore } from '../context/store-context';
import { useOnDesk } from '../context/use-desk';
import { AsidesPart } from './AsidesPart';
import { FieldRow } from './FieldRow';
import type { FieldWas } from './FieldRow';
import { NamesPart } from './NamesPart';
import { openingAsShown } from './opening-as-shown';
import { SourcesPart } from './SourcesPart';
import { TextRow } from './TextRow';
import { useEditStyle } from './use-edit-style';
import { useEdits } from './use-edits';
import type { Edits } from './use-edits';
import { useTypedDay } from './use-typed-day';

/** A tag of BCP 47, the same in every language. */
const SAMPLE_LANGUAGE = 'en';

/** The timeline as a whole: its facts, names, sources, chapters, notes and periods; `summary` is what readers see. */
export function DatasetPanel({ desk, summary }: { readonly desk: Desk; readonly summary: ReactNode }) {
  const t = useText();
  const edits = useEdits(desk);
  const { dataset, baseline } = useOnDesk(desk, (each) => each.draft());
  const [isReading, setReading] = useState(false);
  const root = useRef<HTMLElement>(null);
  useEditStyle(root);
  if (isReading)
    return (
      <>
        <div className="dt-panel-edit">
          <button type="button" className="dt-button" onClick={() => setReading(false)}>
            {t('edit.begin')}
          </button>
        </div>
        {summary}
      </>
    );
  return (
    <article ref={root} className="dt-edit">
      <div className="dt-edit-head">
        <Heading level={2} className="dt-edit-title" tabIndex={-1} data-panel-heading>
          {t('edit.dataset')}
        </Heading>
        <button type="button" className="dt-button" onClick={() => setReading(true)}>
          {t('edit.done')}
        </button>
      </div>
      <Facts dataset={dataset} baseline={baseline} edits={edits} />
      <NamesPart dataset={dataset} edits={edits} />
      <SourcesPart dataset={dataset} edits={edits} />
      <AsidesPart dataset={dataset} edits={edits} />
    </article>
  );
}

function Facts({
  dataset,
  baseline,
  edits,
}: {
  readonly dataset: WholeDataset;
  readonly baseline: WholeDataset | undefined;
  readonly edits: Edits;
}) {
  const t = useText();
  const store = useTimelineStore();
  const day = useTypedDay(dataset);
  const set = (fields: Partial<DatasetFields>, isRun = false) =>
    edits.make({ did: 'set-head', field: Object.keys(fields)[0] ?? '' }, (now) => setHead(now, fields), { isRun });
  const was = (field: 'title' | 'description' | 'licence' | 'language' | 'asOf'): FieldWas | undefined => {
    const before = baseline?.[field];
    if (baseline === undefined || wordsOf(before) === wordsOf(dataset[field])) return undefined;
    return { words: wordsOf(before), revert: () => void set({ [field]: before }) };
  };
  return (
    <div className="dt-edit-rows">
      <TextRow
        label={t('edit.field.title')}
        value={dataset.title}
        was={was('title')}
        onCommit={(title, isRun) => (title.trim() === '' && isRun ? [] : set({ title: title.trim() }, isRun))}
      />
      <TextRow
        label={t('edit.field.description')}
        value={dataset.description ?? ''}
        lines={4}
        was={was('description')}
        onCommit={(text, isRun) => set({ description: textOrNothing(text) }, isRun)}
      />
      <TextRow
        label={t('edit.field.asOf')}
        value={dataset.asOf?.edtf ?? ''}
        isLive={false}
        was={was('asOf')}
        onCommit={(text) => {
          const typed = day(text);
          return 'fault' in typed ? [typed.fault] : set({ asOf: typed.date });
        }}
      />
      <TextRow
        label={t('edit.field.licence')}
        value={dataset.licence ?? ''}
        was={was('licence')}
        onCommit={(text, isRun) => set({ licence: textOrNothing(text) }, isRun)}
      />
      <TextRow
        label={t('edit.field.language')}
        value={dataset.language ?? ''}
        dir="ltr"
        isLive={false}
        placeholder={SAMPLE_LANGUAGE}
        was={was('language')}
        onCommit={(text) => {
          const tag = textOrNothing(text);
          return tag === undefined || isLanguage(tag) ? set({ language: tag }) : [t('edit.language.unknown')];
        }}
      />
      <FieldRow label={t('edit.field.opening')} isGroup>
        {() => (
          <div className="dt-edit-buttons">
            <span className="dt-meta">
              {t(dataset.opening === undefined ? 'edit.opening.all' : 'edit.opening.set')}
            </span>
            <button
              type="button"
              className="dt-button"
              onClick={() => void set({ opening: openingAsShown(store.getState(), dataset.opening) })}
            >
              {t('edit.opening.shown')}
            </button>
            {dataset.opening === undefined ? null : (
              <button type="button" className="dt-button" onClick={() => void set({ opening: undefined })}>
                {t('edit.opening.whole')}
              </button>
            )}
          </div>
        )}
      </FieldRow>
    </div>
  );
}

function wordsOf(value: string | WholeDataset['asOf']): string {
  return typeof value === 'string' ? value : (value?.edtf ?? '');
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
