import type { Source, WholeDataset } from '../../model/dataset';
import { countUses, setSource } from '../../model/edit/edit-sources';
import { textOrNothing } from '../../model/edit/lists';
import { SOURCE_GRADES, SOURCE_KINDS } from '../../model/vocabulary';
import { useText } from '../context/store-context';
import { SelectRow } from './SelectRow';
import { TextRow } from './TextRow';
import { useTypedDay } from './use-typed-day';
import type { Edits } from './use-edits';

const TEXTS = ['publisher', 'title', 'url', 'ownership'] as const;

/** A source, edited once for all that rests on it. */
export function SourceForm({
  dataset,
  source,
  edits,
}: {
  readonly dataset: WholeDataset;
  readonly source: Source;
  readonly edits: Edits;
}) {
  const t = useText();
  const day = useTypedDay(dataset);
  const uses = countUses(dataset).get(source.id) ?? 0;
  const set = (field: string, fields: Parameters<typeof setSource>[2], isRun = false) =>
    edits.set('sources', source.id, field, (now) => setSource(now, source.id, fields), { isRun });
  return (
    <div className="dt-edit-rows">
      {uses < 2 ? null : <p className="dt-meta">{t('edit.source.used', { n: uses })}</p>}
      {TEXTS.map((field) => (
        <TextRow
          key={field}
          label={t(`edit.field.${field}`)}
          value={source[field] ?? ''}
          dir={field === 'url' ? 'ltr' : 'auto'}
          // An address that is half typed is none.
          isLive={field !== 'url'}
          onCommit={(text, isRun) => set(field, { [field]: textOrNothing(text) }, isRun)}
        />
      ))}
      <TextRow
        label={t('edit.field.published')}
        value={source.published ?? ''}
        isLive={false}
        onCommit={(text) => {
          const typed = day(text);
          return 'fault' in typed ? [typed.fault] : set('published', { published: typed.date?.edtf });
        }}
      />
      <SelectRow
        label={t('edit.field.kind')}
        value={source.kind ?? ''}
        choices={[
          { value: '', label: t('edit.notSaid') },
          ...SOURCE_KINDS.map((kind) => ({ value: kind, label: t(`sourceKind.${kind}`) })),
        ]}
        onChoose={(value) => set('kind', { kind: SOURCE_KINDS.find((each) => each === value) })}
      />
      <SelectRow
        label={t('edit.field.grade')}
        value={source.grade ?? ''}
        choices={[
          { value: '', label: t('edit.notSaid') },
          ...SOURCE_GRADES.map((grade) => ({ value: grade, label: t(`grade.${grade}`) })),
        ]}
        onChoose={(value) => set('grade', { grade: SOURCE_GRADES.find((each) => each === value) })}
      />
    </div>
  );
}
