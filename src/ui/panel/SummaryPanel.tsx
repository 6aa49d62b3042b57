import { Dotted } from '../../written/Dotted';
import { valueAt } from '../../base/value-at';
import { useMemo } from 'react';
import { listInWords } from '../../base/translate';
import type { Translate } from '../../base/translate';
import { dateInWords, isSameLanguage } from '../../model/dates/date-prose';
import type { Dataset, DiplomaticEvent, Source } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { countryName } from '../../model/event-prose';
import { actorOf } from '../../model/lookups';
import type { Rejection } from '../../model/rejection';
import { ACTING_ROLES, COUNTRY_ROLES } from '../../model/vocabulary';
import { HowToRead } from './HowToRead';
import { DataText } from '../context/DataText';
import { keyed } from '../../base/react-keys';
import { PanelEventList } from './PanelEventList';
import { PanelHeading } from './PanelHeading';
import { PanelSection } from './PanelSection';
import { edtfInWords, basisInWords, sourceBasis, sourceInShort } from '../../written/source-prose';
import { useText } from '../context/store-context';
import { ExternalLink } from './ExternalLink';

const MOST_MAIN_EVENTS = 12;

/** What the page is about and what it rests on; shown while nothing is chosen. */
export function SummaryPanel({
  table,
  rejections,
}: {
  readonly table: EventTable;
  readonly rejections: readonly Rejection[];
}) {
  const t = useText();
  const { dataset } = table;
  return (
    <article className="dt-summary">
      <PanelHeading>
        <DataText>{dataset.title}</DataText>
      </PanelHeading>
      {dataset.description === undefined ? null : (
        <p className="dt-lead">
          <DataText>{dataset.description}</DataText>
        </p>
      )}
      <DataLanguage language={dataset.language} />
      <MainEvents table={table} />
      <SummarySources table={table} />
      {dataset.asOf === undefined ? null : (
        <PanelSection title={t('summary.asOf', { date: dateInWords(dataset.asOf, t) })}>
          <p>{t('summary.asOfMeaning', { date: dateInWords(dataset.asOf, t) })}</p>
        </PanelSection>
      )}
      <HowToRead />
      <Countries table={table} />
      <AboutData dataset={dataset} />
      <Rejected rejections={rejections} />
    </article>
  );
}

/** Says so where the words of the data are in another language than the page's. */
function DataLanguage({ language }: { readonly language: string | undefined }) {
  const t = useText();
  if (language === undefined || isSameLanguage(language, t.locale)) return null;
  const name = new Intl.DisplayNames(t.locale, { type: 'language' }).of(language) ?? language;
  return <p className="dt-meta">{t('summary.dataLanguage', { language: name })}</p>;
}

/**
 * What the author weighs most, in time order: the first things to look at. Nothing where that would be all of it, or
 * too much.
 */
function MainEvents({ table }: { readonly table: EventTable }) {
  const t = useText();
  const main = mainRows(table);
  if (main.length === 0 || main.length === table.size) return null;
  return (
    <PanelSection title={t('summary.mainEvents')}>
      <PanelEventList table={table} rows={main} labels noteOf={(event) => whoActs(event, table.dataset, t)} />
    </PanelSection>
  );
}

/** Rows of importance 3 in time order; none where there are too many. */
function mainRows({ importance }: EventTable): readonly number[] {
  const rows: number[] = [];
  for (let row = importance.indexOf(3); row >= 0; row = importance.indexOf(3, row + 1)) {
    rows.push(row);
    if (rows.length > MOST_MAIN_EVENTS) return [];
  }
  return rows;
}

function whoActs(event: DiplomaticEvent, dataset: Dataset, t: Translate): string {
  const names = event.participants
    .filter(({ role }) => ACTING_ROLES.has(role))
    .map(({ actor }) => actorOf(dataset, actor)?.label ?? actor);
  return listInWords(names, t);
}

function Countries({ table }: { readonly table: EventTable }) {
  const t = useText();
  const counts = useMemo(() => countCountries(table), [table]);
  if (counts.length === 0) return null;
  return (
    <PanelSection title={t('summary.countries')} note={t('summary.countriesNote', { n: table.size })}>
      <ul className="dt-counts">
        {counts.map(({ country, events, acting }) => (
          <li key={country}>
            <span>{countryName(country, t)}</span>{' '}
            <span className="dt-meta">{t('summary.countryCount', { n: events, acting })}</span>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

/**
 * Events a country is involved in, and those in which it acts, each event once; most events first. O(countries of the
 * events).
 */
function countCountries({
  size,
  countries,
  countryOffset,
  countryIndex,
  countryRole,
}: EventTable): readonly { country: string; events: number; acting: number }[] {
  const acting = COUNTRY_ROLES.indexOf('acting');
  const counts = countries.map((country) => ({ country, events: 0, acting: 0, lastRow: -1, lastActing: -1 }));
  for (let row = 0; row < size; row++) {
    for (let i = valueAt(countryOffset, row); i < valueAt(countryOffset, row + 1); i++) {
      const count = counts[valueAt(countryIndex, i)];
      if (count === undefined) continue;
      if (count.lastRow !== row) count.events += 1;
      count.lastRow = row;
      if (countryRole[i] !== acting) continue;
      if (count.lastActing !== row) count.acting += 1;
      count.lastActing = row;
    }
  }
  return counts.toSorted((a, b) => b.acting - a.acting || b.events - a.events);
}

function AboutData({ dataset }: { readonly dataset: Dataset }) {
  const t = useText();
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('summary.version'), dataset.version],
    [t('summary.modified'), dataset.modified === undefined ? undefined : edtfInWords(dataset.modified, t)],
    [t('summary.curators'), dataset.curators.length === 0 ? undefined : listInWords(dataset.curators, t)],
    [t('summary.licence'), dataset.licence],
    [t('summary.id'), dataset.id],
  ];
  return (
    <PanelSection title={t('summary.aboutData')}>
      <dl className="dt-facts">
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
        )}
        <div>
          <dt>{t('summary.corrections')}</dt>
          {dataset.corrections.length === 0 ? <dd>{t('summary.noCorrections')}</dd> : null}
          {keyed(dataset.corrections).map(({ key, item: { date, text } }) => (
            <dd key={key}>{t('summary.correction', { date: edtfInWords(date, t), text })}</dd>
          ))}
        </div>
      </dl>
    </PanelSection>
  );
}

/** Rows listed at most; an import may leave out thousands. */
const MOST_SHOWN = 50;

function Rejected({ rejections }: { readonly rejections: readonly Rejection[] }) {
  const t = useText();
  if (rejections.length === 0) return null;
  return (
    <PanelSection title={t('summary.rejections', { n: rejections.length })}>
      <details className="dt-details">
        <summary>{t('summary.rejectionsList')}</summary>
        <ul className="dt-rejection-lines">
          {keyed(rejections.slice(0, MOST_SHOWN)).map(({ key, item: rejection }) => (
            <li key={key}>
              {t('summary.rejection', {
                record: rejection.record ?? rejection.where,
                field: rejection.field,
                found: rejection.found,
                expected: rejection.expected,
              })}
              <span className="dt-meta dt-line">
                <Dotted parts={[t(`summary.effect.${rejection.effect}`), rejection.where]} />
              </span>
            </li>
          ))}
        </ul>
        {rejections.length > MOST_SHOWN ? (
          <p className="dt-meta">{t('summary.rejectionsMore', { n: rejections.length - MOST_SHOWN })}</p>
        ) : null}
      </details>
    </PanelSection>
  );
}

/** What everything here rests on, in one plain sentence, and each source with its owner and where to read it. */
function SummarySources({ table }: { readonly table: EventTable }) {
  const t = useText();
  const basis = sourceBasis(table);
  return (
    <PanelSection title={t('summary.sources')}>
      <div className="dt-box dt-basis-box">
        {keyed(basisInWords(basis, table, t)).map(({ key, item }) => (
          <p key={key}>{item}</p>
        ))}
      </div>
      <ul className="dt-sources">
        {table.dataset.sources.map((source) => (
          <SourceCard key={source.id} source={source} />
        ))}
      </ul>
    </PanelSection>
  );
}

function SourceCard({ source }: { readonly source: Source }) {
  const t = useText();
  const facts = [
    source.kind === undefined ? undefined : t(`sourceKind.${source.kind}`),
    source.dateline === undefined ? undefined : t('source.dateline', { dateline: source.dateline }),
    source.grade === undefined ? undefined : t('source.grade', { grade: t(`grade.${source.grade}`) }),
  ].filter((fact) => fact !== undefined);
  return (
    <li className="dt-source">
      <div>
        <strong>{sourceInShort(source, t)}</strong>
      </div>
      {source.ownership === undefined ? null : (
        <div className="dt-secondary">
          <DataText>{source.ownership}</DataText>
        </div>
      )}
      {source.title === undefined || source.publisher === undefined ? null : (
        <cite className="dt-line">
          <DataText>{t('panel.quoted', { text: source.title })}</DataText>
        </cite>
      )}
      {facts.length === 0 ? null : (
        <div className="dt-meta">
          <Dotted parts={facts} />
        </div>
      )}
      {source.url === undefined ? (
        <div className="dt-meta">{t('source.noLink')}</div>
      ) : (
        <ExternalLink url={source.url}>{t('source.open')}</ExternalLink>
      )}
      {source.note === undefined ? null : (
        <p className="dt-meta">
          <DataText>{source.note}</DataText>
        </p>
      )}
    </li>
  );
}
