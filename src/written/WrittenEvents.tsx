import { Fragment, memo } from 'react';
import type { ReactNode } from 'react';
import { isolated, listInWords } from '../base/translate';
import type { Translate } from '../base/translate';
import { attributionInWords, countryName, officeOf } from '../model/event-prose';
import { dateInWords, eventDateInWords } from '../model/dates/date-prose';
import type { Actor, Dataset, DiplomaticEvent, Evidence, Participant, Statement } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import { actorOf, relationsOf, nameOf } from '../model/lookups';
import { COUNTRY_ROLES, ROLE_ORDER } from '../model/vocabulary';
import { keyed } from '../base/react-keys';
import { locatorInWords } from './citation';
import { edtfInWords, sourceInShort } from './source-prose';
import { EventShape } from './ShapeIcon';
import { toneInWords } from './tone-prose';

export interface WrittenEventsProps {
  readonly table: EventTable;
  /** Table rows, in the order they are to be written. */
  readonly rows: readonly number[];
  readonly t: Translate;
  /** Begins the ids of the sources that events point at. */
  readonly ids: string;
}

/**
 * Events written out whole, with nothing to open or press: for paper, for a browser without scripts, for a search
 * engine.
 */
export const WrittenEvents = memo(function WrittenEvents({ table, rows, t, ids }: WrittenEventsProps) {
  return (
    <ol className="dt-written-events">
      {rows.map((row) => {
        const event = table.eventAt(row);
        return (
          <li key={event.id} className="dt-written-event" data-event={event.id}>
            <WrittenEvent table={table} event={event} t={t} ids={ids} />
          </li>
        );
      })}
    </ol>
  );
});

interface EventProps {
  readonly table: EventTable;
  readonly event: DiplomaticEvent;
  readonly t: Translate;
  readonly ids: string;
}

function WrittenEvent({ table, event, t, ids }: EventProps) {
  const { dataset } = table;
  return (
    <>
      <h3>
        <EventShape event={event} size={13} /> <bdi lang={dataset.language}>{event.title}</bdi>
      </h3>
      <p className="dt-written-date">
        <strong>{eventDateInWords(event, dataset.asOf, t)}</strong>
        {' · '}
        {kindInWords(event, t)}
      </p>
      {event.summary === undefined ? null : (
        <p>
          <bdi lang={dataset.language}>{event.summary}</bdi>
        </p>
      )}
      <dl>
        <Entry title={t('written.who')} items={participantsOf(event, dataset, t)} />
        <Entry title={t('written.countries')} items={countriesOf(event, t)} />
        <Entry title={t('written.place')} items={event.place === undefined ? [] : [event.place.label]} />
        <Entry
          title={t('details.whoSaysSo')}
          items={[
            event.attribution === undefined ? t('details.noAttribution') : attributionInWords(event.attribution, t),
          ]}
        />
        <Entry
          title={t('details.evidence')}
          items={evidenceOf(event, dataset, t, ids)}
          none={t('details.noEvidence')}
        />
        <Entry title={t('details.when')} items={datingOf(event, t)} />
        <Entry
          title={t('written.said')}
          items={[
            ...event.statements.map((statement) => saidIn(statement, dataset, t)),
            ...claimsOf(event, dataset, t),
          ]}
        />
        <Entry
          title={t('written.caveats')}
          items={event.caveats.map(({ kind, text }) => t('written.caveat', { kind: t(`caveat.${kind}`), text }))}
        />
        <Entry title={t('written.related')} items={relatedOf(table, event, t)} />
      </dl>
    </>
  );
}

/** A heading with what belongs under it; nothing where nothing does and nothing is to be said of that. */
function Entry({
  title,
  items,
  none,
}: {
  readonly title: string;
  readonly items: readonly ReactNode[];
  readonly none?: string;
}) {
  const shown = items.length === 0 && none !== undefined ? [none] : items;
  if (shown.length === 0) return null;
  return (
    <div className="dt-written-entry">
      <dt>{title}</dt>
      {keyed(shown).map(({ key, item }) => (
        <dd key={key}>{item}</dd>
      ))}
    </div>
  );
}

/** "Talks and calls · cooperation, said · announced, as of 24 Feb 2016". */
function kindInWords(event: DiplomaticEvent, t: Translate): string {
  const status = event.status.map(({ value, asOf }) =>
    asOf === undefined
      ? t(`status.${value}`)
      : t('details.statusAsOf', { status: t(`status.${value}`), date: edtfInWords(asOf, t) }),
  );
  return [t(event.type === undefined ? 'type.none' : `type.${event.type}`), toneInWords(event, t), ...status].join(
    ' · ',
  );
}

function participantsOf(event: DiplomaticEvent, dataset: Dataset, t: Translate): ReactNode[] {
  return ROLE_ORDER.flatMap((role) => {
    const people = event.participants.filter((participant) => participant.role === role);
    if (people.length === 0) return [];
    return [
      <Fragment key={role}>
        <span className="dt-written-role">{t('written.role', { role: t(`role.${role}`) })}</span>{' '}
        {keyed(people).map(({ key, item: participant }, place) => (
          <Fragment key={key}>
            {place === 0 ? '' : t('list.semicolon')}
            <WrittenPerson participant={participant} event={event} dataset={dataset} t={t} />
          </Fragment>
        ))}
      </Fragment>,
    ];
  });
}

/** "Sergey Lavrov (Foreign Minister, Russia)": name and office in the dataset's language, the rest in the page's. */
function WrittenPerson({
  participant,
  event,
  dataset,
  t,
}: {
  readonly participant: Participant;
  readonly event: DiplomaticEvent;
  readonly dataset: Dataset;
  readonly t: Translate;
}) {
  const actor = actorOf(dataset, participant.actor);
  const office = actor === undefined ? undefined : (participant.office ?? officeOf(actor, event));
  const facts = listInWords(
    [
      ...(actor === undefined ? [] : countriesOfActor(actor, t)),
      ...(participant.claimedBy === undefined
        ? []
        : [t('details.accordingTo', { name: nameOf(dataset, participant.claimedBy) })]),
    ],
    t,
  );
  return (
    <>
      <bdi lang={dataset.language}>{actor?.label ?? participant.actor}</bdi>
      {office === undefined && facts === '' ? '' : ' ('}
      {office === undefined ? null : <bdi lang={dataset.language}>{office}</bdi>}
      {office === undefined || facts === '' ? '' : t('list.comma')}
      {facts}
      {office === undefined && facts === '' ? '' : ')'}
    </>
  );
}

function countriesOfActor(actor: Actor, t: Translate): string[] {
  return actor.countries.map((code) => countryName(code, t)).filter((name) => !actor.label.includes(name));
}

function countriesOf(event: DiplomaticEvent, t: Translate): string[] {
  const codes = [...new Set(event.countries.map(({ country }) => country))];
  if (codes.length === 0) return [];
  return [
    listInWords(
      codes.map((code) =>
        t('details.countryRoles', {
          country: countryName(code, t),
          roles: listInWords(
            COUNTRY_ROLES.filter((role) =>
              event.countries.some((entry) => entry.country === code && entry.role === role),
            ).map((role) => t(`countryRole.${role}`)),
            t,
          ),
        }),
      ),
      t,
      'list.semicolon',
    ),
  ];
}

/** Each source once, with its grade, its link or that there is none, and the places in it. */
function evidenceOf(event: DiplomaticEvent, dataset: Dataset, t: Translate, ids: string): ReactNode[] {
  return [...new Set(event.evidence.map((item) => item.source))].flatMap((id) => {
    const index = dataset.sources.findIndex((source) => source.id === id);
    const source = dataset.sources[index];
    if (source === undefined) return [];
    const facts = [
      sourceInShort(source, t),
      source.grade === undefined ? undefined : t(`grade.${source.grade}`),
      ...event.evidence.filter((item) => item.source === id).map((item) => placeOf(item, t)),
    ].filter((fact) => fact !== undefined);
    return [
      <Fragment key={id}>
        <a href={`#${ids}-${index + 1}`} aria-label={t('written.toSource', { n: index + 1 })}>
          {t('written.number', { n: index + 1 })}
        </a>{' '}
        {listInWords(facts, t, 'list.semicolon')}
        {'. '}
        {source.url === undefined ? t('source.noLink') : <SourceLink url={source.url} />}
      </Fragment>,
    ];
  });
}

function placeOf(item: Evidence, t: Translate): string | undefined {
  const place = item.locator === undefined ? undefined : locatorInWords(item.locator, t);
  const words = item.find === undefined ? undefined : t('panel.quoted', { text: item.find });
  const quote = item.quote === undefined ? undefined : t('panel.quoted', { text: item.quote });
  const parts = [place, words, quote].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** The host stands for the address, which the list of sources has whole. */
export function SourceLink({ url, whole = false }: { readonly url: string; readonly whole?: boolean }) {
  return (
    <a href={url} rel="noopener noreferrer" dir="ltr">
      {whole ? url : new URL(url).hostname}
    </a>
  );
}

function datingOf({ date }: DiplomaticEvent, t: Translate): string[] {
  const { basis, note } = date ?? {};
  const known = basis === undefined ? undefined : t('details.basis', { basis: t(`basis.${basis}`) });
  const words = [known, note === undefined ? undefined : isolated(note, t)]
    .filter((part) => part !== undefined)
    .join(' ');
  return words === '' ? [] : [words];
}

function saidIn({ speaker, kind, text, quote }: Statement, dataset: Dataset, t: Translate): string {
  return [
    t(kind === 'direct' ? 'written.saidDirect' : 'written.saidIndirect', { name: nameOf(dataset, speaker) }),
    quote === undefined ? undefined : t('panel.quoted', { text: quote }),
    text === undefined ? undefined : `${t('details.paraphrase')} ${isolated(text, t)}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

function claimsOf(event: DiplomaticEvent, dataset: Dataset, t: Translate): string[] {
  return event.claims.map(
    ({ claimedBy, text }) =>
      `${claimedBy === undefined ? t('written.unnamedClaim') : t('written.claim', { name: nameOf(dataset, claimedBy) })} ${isolated(text, t)}`,
  );
}

function relatedOf(table: EventTable, event: DiplomaticEvent, t: Translate): string[] {
  const { outgoing, incoming } = relationsOf(table, event.id);
  const line = (word: string, other: DiplomaticEvent) =>
    `${word} ${isolated(other.title, t)} (${dateInWords(other.date, t)})`;
  return [
    ...outgoing.flatMap(({ relation, event: other, claim }) =>
      claim !== undefined
        ? [`${t(`relation.${relation.type}`)} ${t('details.claim')} ${isolated(claim.text, t)}`]
        : other === undefined || other.id === event.id
          ? []
          : [line(t(`relation.${relation.type}`), other)],
    ),
    ...incoming.flatMap(({ relation, event: other }) =>
      other.id === event.id ? [] : [line(t(`relation.${relation.type}.back`), other)],
    ),
  ];
}
