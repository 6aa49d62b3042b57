import type { Dataset } from '../model/dataset';
import { dateInWords, dateShort } from '../model/date-words';
import type { EventTable } from '../model/event-table';
import { chooseEvent } from '../state/choose';
import { EventLink } from './EventLink';
import { gapInWords, isRunning, monthSections } from './list-months';
import type { MonthSection } from './list-months';
import { actingActors, actingCountries } from './list-words';
import { EventShape } from './PanelEventList';
import { useText, useTimeline, useTimelineStore } from './store-context';

interface ListCardsProps {
  readonly dataset: Dataset;
  readonly table: EventTable;
  /** All that pass, in order. */
  readonly rows: readonly number[];
  /** How many of them are shown. */
  readonly shown: number;
}

/** The events as cards for narrow places. In time order the list is itself a timeline: what runs first, months, and gaps. */
export function ListCards({ dataset, table, rows, shown }: ListCardsProps) {
  const sort = useTimeline((state) => state.sort);
  if (sort !== 'date' && sort !== 'date-desc') {
    return <Cards dataset={dataset} table={table} rows={rows.slice(0, shown)} />;
  }
  return <Months dataset={dataset} table={table} rows={rows} shown={shown} />;
}

function Months({ dataset, table, rows, shown }: ListCardsProps) {
  const t = useText();
  const down = useTimeline((state) => state.sort === 'date-desc');
  const running = rows.filter((row) => isRunning(table, row));
  const dated = rows.filter((row) => !isRunning(table, row));
  const runningShown = running.slice(0, shown);
  const sections = monthSections(table, dated, shown - runningShown.length, down, t);
  return (
    <div className="dt-months">
      {runningShown.length === 0 ? null : <Running dataset={dataset} table={table} rows={runningShown} total={running.length} />}
      {sections.map((section) => <Month key={section.key} dataset={dataset} table={table} section={section} filtered={rows.length < table.size} />)}
    </div>
  );
}

function Running({ dataset, table, rows, total }: { dataset: Dataset; table: EventTable; rows: readonly number[]; total: number }) {
  const t = useText();
  return (
    <section>
      <MonthHead
        heading={dataset.asOf === undefined ? t('list.running') : t('list.runningAsOf', { date: dateInWords(dataset.asOf, t) })}
        total={total}
      />
      <ul className="dt-running">
        {rows.map((row) => <RunningItem key={row} table={table} row={row} />)}
      </ul>
    </section>
  );
}

function RunningItem({ table, row }: { table: EventTable; row: number }) {
  const t = useText();
  const store = useTimelineStore();
  const event = table.eventAt(row);
  const selected = useTimeline((state) => state.selected === event.id);
  return (
    <li className={`dt-running-item dt-running-item--${event.tone}`} aria-current={selected ? 'true' : undefined}>
      <button type="button" onClick={() => store.apply(chooseEvent, event.id)}>
        <span>{t('list.runningItem', { title: event.title, date: dateInWords(event.date, t) })}</span>
        <span aria-hidden="true" className="dt-running-arrow" />
      </button>
    </li>
  );
}

function MonthHead({ heading, total }: { heading: string; total: number }) {
  const t = useText();
  return (
    <div className="dt-month-head">
      <h3>{heading}</h3>
      <span>{t('list.monthCount', { n: total })}</span>
    </div>
  );
}

function Month({ dataset, table, section, filtered }: { dataset: Dataset; table: EventTable; section: MonthSection; filtered: boolean }) {
  const t = useText();
  return (
    <section>
      <MonthHead heading={section.heading} total={section.total} />
      {section.parts.map((part) => (part.kind === 'rows'
        ? <Cards key={part.rows[0]} dataset={dataset} table={table} rows={part.rows} year={section.year} />
        : <p key={`gap after ${part.afterRow}`} className="dt-gap">{gapInWords(part.gapDays, filtered, t)}</p>))}
    </section>
  );
}

function Cards({ dataset, table, rows, year }: { dataset: Dataset; table: EventTable; rows: readonly number[]; year?: string }) {
  return (
    <ol className="dt-cards">
      {rows.map((row) => <Card key={row} dataset={dataset} table={table} row={row} year={year} />)}
    </ol>
  );
}

/** Under a heading with its year, a date goes without it. */
function Card({ dataset, table, row, year }: { dataset: Dataset; table: EventTable; row: number; year: string | undefined }) {
  const t = useText();
  const event = table.eventAt(row);
  const selected = useTimeline((state) => state.selected === event.id);
  const actors = actingActors(event, dataset);
  const notes = [
    ...(actors.length === 0 ? [actingCountries(event, t)] : actors.map(({ label }) => label)),
    event.announced ? t('status.announced') : '',
    event.date.basis === 'inferred' ? t('list.undated') : '',
  ].filter((note) => note !== '');
  return (
    <li className={`dt-card${event.announced ? ' dt-card--ahead' : ''}`} aria-current={selected ? 'true' : undefined}>
      <span className="dt-card-date">{withoutYear(dateShort(event.date, t), year)}</span>
      <span className="dt-card-shape"><EventShape event={event} size={14} /></span>
      <div className="dt-card-words">
        <EventLink event={event} />
        {notes.length === 0 ? null : <p className="dt-list-meta">{notes.join(' · ')}</p>}
      </div>
    </li>
  );
}

function withoutYear(words: string, year: string | undefined): string {
  return year !== undefined && words.endsWith(` ${year}`) ? words.slice(0, -year.length - 1) : words;
}
