import type { WholeDataset } from '../../model/dataset';
import type { EventDate } from '../../model/dates/event-date';
import { addAside, deleteAside, setAside } from '../../model/edit/edit-records';
import type { AsideList } from '../../model/edit/edit-records';
import { textOrNothing } from '../../model/edit/lists';
import { useText } from '../context/store-context';
import { PartOf } from './PartOf';
import { TextRow } from './TextRow';
import type { Edits, Faults } from './use-edits';
import { useTypedDay } from './use-typed-day';

interface AsideProps {
  readonly dataset: WholeDataset;
  readonly edits: Edits;
}

/** Chapters, notes and periods. */
export function AsidesPart(props: AsideProps) {
  return (
    <>
      <Chapters {...props} />
      <Notes {...props} />
      <Periods {...props} />
    </>
  );
}

const NOTHING = { from: undefined, to: undefined, evidence: [] };

function Chapters({ dataset, edits }: AsideProps) {
  const t = useText();
  const set = (id: string, field: string, fields: Partial<WholeDataset['chapters'][number]>, isRun = false) =>
    edits.set('chapters', id, field, (now) => setAside(now, 'chapters', id, fields), { isRun });
  return (
    <PartOf title={t('edit.chapters')} count={dataset.chapters.length}>
      <ul className="dt-edit-records">
        {dataset.chapters.map(({ id, title, from, to, text }) => (
          <li key={id} className="dt-edit-rows">
            <TextRow
              label={t('edit.field.title')}
              value={title}
              isLive={false}
              onCommit={(words) => set(id, 'title', { title: words.trim() })}
            />
            <DayRow
              dataset={dataset}
              label={t('edit.field.from')}
              date={from}
              onSet={(date) => set(id, 'from', { from: date })}
            />
            <DayRow
              dataset={dataset}
              label={t('edit.field.to')}
              date={to}
              onSet={(date) => set(id, 'to', { to: date })}
            />
            <TextRow
              label={t('edit.field.text')}
              value={text ?? ''}
              lines={2}
              onCommit={(words, isRun) => set(id, 'text', { text: textOrNothing(words) }, isRun)}
            />
            <DeleteAside edits={edits} list="chapters" id={id} name={title} />
          </li>
        ))}
      </ul>
      <AddAside
        label={t('edit.chapter.new')}
        onAdd={() =>
          edits.make({ did: 'add', list: 'chapters', id: '' }, (now) =>
            addAside(now, 'chapters', {
              ...NOTHING,
              title: t('edit.chapter.newName'),
              text: undefined,
              view: undefined,
              events: [],
            }),
          )
        }
      />
    </PartOf>
  );
}

function Notes({ dataset, edits }: AsideProps) {
  const t = useText();
  return (
    <PartOf title={t('edit.notes')} count={dataset.notes.length}>
      <ul className="dt-edit-records">
        {dataset.notes.map(({ id, text, event }) => (
          <li key={id} className="dt-edit-rows">
            <TextRow
              label={event === undefined ? t('edit.note') : t('edit.note.on', { name: titleOf(dataset, event) })}
              value={text}
              lines={2}
              isLive={false}
              onCommit={(words) =>
                edits.set('notes', id, 'text', (now) => setAside(now, 'notes', id, { text: words.trim() }))
              }
            />
            <DeleteAside edits={edits} list="notes" id={id} name={text} />
          </li>
        ))}
      </ul>
      <AddAside
        label={t('edit.note.newOne')}
        onAdd={() =>
          edits.make({ did: 'add', list: 'notes', id: '' }, (now) =>
            addAside(now, 'notes', { ...NOTHING, text: t('edit.note.newName'), event: undefined }),
          )
        }
      />
    </PartOf>
  );
}

function titleOf({ events }: WholeDataset, id: string): string {
  return events.find((event) => event.id === id)?.label ?? id;
}

function Periods({ dataset, edits }: AsideProps) {
  const t = useText();
  const day = useTypedDay(dataset);
  const [first] = dataset.events.flatMap(({ date }) => date ?? []);
  const usual = dataset.asOf ?? first;
  return (
    <PartOf title={t('edit.periods')} count={dataset.periods.length}>
      <ul className="dt-edit-records">
        {dataset.periods.map(({ id, label, date, countries }) => (
          <li key={id} className="dt-edit-rows">
            <TextRow
              label={t('edit.field.name')}
              value={label}
              isLive={false}
              onCommit={(words) =>
                edits.set('periods', id, 'label', (now) => setAside(now, 'periods', id, { label: words.trim() }))
              }
            />
            <TextRow
              label={t('edit.field.date')}
              value={date.edtf}
              isLive={false}
              onCommit={(text) => {
                const typed = day(text);
                if ('fault' in typed) return [typed.fault];
                const { date: next } = typed;
                return next === undefined
                  ? [t('edit.date.unread')]
                  : edits.set('periods', id, 'date', (now) => setAside(now, 'periods', id, { date: next }));
              }}
            />
            <TextRow
              label={t('edit.field.countries')}
              value={countries.join(', ')}
              dir="ltr"
              isLive={false}
              onCommit={(text) =>
                edits.set('periods', id, 'countries', (now) =>
                  setAside(now, 'periods', id, { countries: codesIn(text) }),
                )
              }
            />
            <DeleteAside edits={edits} list="periods" id={id} name={label} />
          </li>
        ))}
      </ul>
      {usual === undefined ? null : (
        <AddAside
          label={t('edit.period.new')}
          onAdd={() =>
            edits.make({ did: 'add', list: 'periods', id: '' }, (now) =>
              addAside(now, 'periods', { label: t('edit.period.newName'), date: usual, countries: [], evidence: [] }),
            )
          }
        />
      )}
    </PartOf>
  );
}

function codesIn(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .toUpperCase()
        .split(/[^A-Z]+/)
        .filter((code) => code !== ''),
    ),
  ];
}

function DayRow({
  dataset,
  label,
  date,
  onSet,
}: {
  readonly dataset: WholeDataset;
  readonly label: string;
  readonly date: EventDate | undefined;
  readonly onSet: (date: EventDate | undefined) => Faults;
}) {
  const day = useTypedDay(dataset);
  return (
    <TextRow
      label={label}
      value={date?.edtf ?? ''}
      isLive={false}
      onCommit={(text) => {
        const typed = day(text);
        return 'fault' in typed ? [typed.fault] : onSet(typed.date);
      }}
    />
  );
}

function AddAside({ label, onAdd }: { readonly label: string; readonly onAdd: () => Faults }) {
  return (
    <div className="dt-edit-buttons">
      <button type="button" className="dt-button" onClick={() => void onAdd()}>
        {label}
      </button>
    </div>
  );
}

function DeleteAside({
  edits,
  list,
  id,
  name,
}: {
  readonly edits: Edits;
  readonly list: AsideList;
  readonly id: string;
  readonly name: string;
}) {
  const t = useText();
  return (
    <div className="dt-edit-buttons">
      <button
        type="button"
        className="dt-button"
        aria-label={t('edit.delete.of', { name })}
        onClick={() => {
          edits.make({ did: 'delete', list, id }, (now) => deleteAside(now, list, id));
        }}
      >
        {t('edit.deleteIt')}
      </button>
    </div>
  );
}
