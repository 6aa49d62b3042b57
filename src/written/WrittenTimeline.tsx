import type { ReactNode } from 'react';
import { isolated, listInWords } from '../base/translate';
import type { Translate } from '../base/translate';
import type { Source } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import { keyed } from '../base/react-keys';
import { edtfInWords, sourceBasis, sourceInShort, basisInWords } from './source-prose';
import { SourceLink, WrittenEvents } from './WrittenEvents';
import { LegendEntries } from './LegendEntries';

export interface WrittenTimelineProps {
  readonly table: EventTable;
  /** Table rows, in the order they are to be written. */
  readonly rows: readonly number[];
  /** How many rows there would be without a limit; as many as `rows` by default. */
  readonly total?: number;
  /** The filter in words; empty or absent where all events are meant. */
  readonly filter?: string;
  readonly picture: ReactNode;
  readonly t: Translate;
  /** Begins every id inside. */
  readonly ids: string;
  /** Under the summary: what to know of this very page. */
  readonly note?: ReactNode;
  /** After everything. */
  readonly children?: ReactNode;
}

/**
 * A dataset as a document that needs no script: title, summary, picture with legend, every event, sources, what is
 * known of the data.
 */
export function WrittenTimeline({
  table,
  rows,
  total = rows.length,
  filter = '',
  picture,
  t,
  ids,
  note,
  children,
}: WrittenTimelineProps) {
  const { dataset } = table;
  return (
    <>
      <header className="dt-written-head">
        <h1>
          <bdi lang={dataset.language}>{dataset.title}</bdi>
        </h1>
        {dataset.description === undefined ? null : (
          <p className="dt-written-lead">
            <bdi lang={dataset.language}>{dataset.description}</bdi>
          </p>
        )}
        {note}
      </header>
      <section aria-label={t('written.picture')}>
        {picture}
        <div className="dt-written-legend">
          <LegendEntries t={t} />
        </div>
      </section>
      <section>
        <h2>{t('written.events')}</h2>
        <p className="dt-written-count">
          {[
            total === table.size
              ? t('picture.events', { n: total })
              : t('picture.shownOf', { shown: total, n: table.size }),
            filter,
            dataset.asOf === undefined ? '' : t('summary.asOf', { date: edtfInWords(dataset.asOf.edtf, t) }),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        {table.size === 0 ? <p>{t('noEvents.title')}</p> : null}
        <WrittenEvents table={table} rows={rows} t={t} ids={ids} />
        {total > rows.length ? (
          <p className="dt-written-more">{t('written.more', { n: total - rows.length })}</p>
        ) : null}
      </section>
      <section>
        <h2>{t('written.sources')}</h2>
        {keyed(basisInWords(sourceBasis(table), table, t)).map(({ key, item }) => (
          <p key={key}>{item}</p>
        ))}
        <ol className="dt-written-sources">
          {dataset.sources.map((source, index) => (
            <li key={source.id} id={`${ids}-${index + 1}`}>
              <WrittenSource source={source} t={t} />
            </li>
          ))}
        </ol>
        <p className="dt-written-credit">{creditOf(table, t)}</p>
      </section>
      {children}
    </>
  );
}

function WrittenSource({ source, t }: { readonly source: Source; readonly t: Translate }) {
  const facts = [
    source.ownership === undefined ? undefined : isolated(source.ownership, t),
    source.kind === undefined ? undefined : t(`sourceKind.${source.kind}`),
    source.dateline === undefined ? undefined : t('source.dateline', { dateline: source.dateline }),
    source.grade === undefined ? undefined : t('source.grade', { grade: t(`grade.${source.grade}`) }),
  ].filter((fact) => fact !== undefined);
  return (
    <>
      <strong>{sourceInShort(source, t)}</strong>
      {source.title === undefined || source.publisher === undefined ? null : (
        <>
          {': '}
          <cite>{t('panel.quoted', { text: source.title })}</cite>
        </>
      )}
      {facts.length === 0 ? null : <span className="dt-written-facts">{facts.join(' · ')}</span>}
      <span className="dt-written-facts">
        {source.url === undefined ? t('source.noLink') : <SourceLink url={source.url} whole />}
      </span>
      {source.note === undefined ? null : <span className="dt-written-facts">{isolated(source.note, t)}</span>}
    </>
  );
}

function creditOf({ dataset }: EventTable, t: Translate): string {
  const { curators, licence, version, modified, id } = dataset;
  return [
    curators.length === 0 ? undefined : `${t('summary.curators')} ${listInWords(curators, t)}`,
    licence === undefined ? undefined : t('legend.licence', { licence }),
    version === undefined ? undefined : t('legend.version', { version }),
    modified === undefined ? undefined : `${t('summary.modified')} ${edtfInWords(modified, t)}`,
    t('details.id', { id }),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
