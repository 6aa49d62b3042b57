import type { MessageKey, Translate } from '../../base/translate';
import type { ImportedEvent, ImportedParty, ImportedSource } from '../imported/imported-event';
import { listIn, recordIn, textIn, textOf } from '../imported/json-text';
import type { JsonRecord } from '../imported/json-text';
import type { ImportedEvents } from '../imported-events';
import { isRecord } from '../json/decode';
import { firstTime, itemOf, labelOf, timeOf, valueInWords } from './wikidata-entity';
import type { EntityNames, WikidataStatement } from './wikidata-entity';
import { wikidataDate } from './wikidata-time';
import type { WikidataTime } from './wikidata-time';

interface EntityContext {
  readonly entity: JsonRecord;
  readonly names: EntityNames;
  /** Of labels. */
  readonly language: string;
}

/** The common properties, in the page's languages; others are called as Wikidata calls them, `P1891`. */
const PROPERTIES: Readonly<Partial<Record<string, MessageKey>>> = {
  P585: 'imported.property.P585',
  P580: 'imported.property.P580',
  P582: 'imported.property.P582',
  P571: 'imported.property.P571',
  P576: 'imported.property.P576',
  P577: 'imported.property.P577',
  P569: 'imported.property.P569',
  P570: 'imported.property.P570',
  P575: 'imported.property.P575',
  P1619: 'imported.property.P1619',
  P2031: 'imported.property.P2031',
  P2032: 'imported.property.P2032',
  P39: 'imported.property.P39',
  P166: 'imported.property.P166',
  P463: 'imported.property.P463',
  P6: 'imported.property.P6',
  P35: 'imported.property.P35',
  P710: 'imported.property.P710',
  P1891: 'imported.property.P1891',
  P793: 'imported.property.P793',
};

/** Said of what a reference is, when it was looked at: no event. */
const IDENTIFIERS: ReadonlySet<string> = new Set(['external-id', 'url', 'commonsMedia']);
const START = 'P580';
const END = 'P582';
const POINT = 'P585';

/** Start and end of the entity itself are one event. Whether there was one. */
export function addSpan(context: EntityContext, pointer: string, into: ImportedEvents): boolean {
  const claims = recordIn(context.entity, 'claims');
  const [starts, ends] = [listIn(claims, START), listIn(claims, END)];
  if (starts.length !== 1 || ends.length !== 1) return false;
  const [start, end] = [mainTime(starts[0]), mainTime(ends[0])];
  const date = wikidataDate(start, end, extrasOf([start, end], into.t));
  if (start === undefined || end === undefined || date === undefined) return false;
  const { t } = into;
  into.add({
    id: `${textIn(context.entity, 'id') ?? ''}#P580`,
    title: titled(context, t('imported.property.span'), undefined, t),
    summary: labelOf(context.entity, context.language, 'descriptions'),
    date,
    participants: peopleOf(context),
    source: entitySource(context, START),
    sources: [starts[0], ends[0]]
      .filter(isRecord)
      .flatMap((each) => referencesOf(listIn(each, 'references').filter(isRecord))),
    where: `${pointer}/claims/P580/0`,
  });
  return true;
}

function mainTime(statement: unknown): WikidataTime | undefined {
  const time = isRecord(statement) ? timeOf(recordIn(statement, 'mainsnak')) : undefined;
  return typeof time === 'object' ? time : undefined;
}

/**
 * A statement with a date as an event: the date that it states, or the one at which it holds. False for one that has
 * none, `identifier` for what only says since when somebody has a number or an account.
 */
export function addStatement(
  statement: WikidataStatement,
  context: EntityContext,
  into: ImportedEvents,
): boolean | 'identifier' {
  const { property, main, datatype, qualifiers, references, rank, where } = statement;
  const { t } = into;
  const own = datatype === 'time' || textIn(recordIn(main, 'datavalue'), 'type') === 'time' ? timeOf(main) : undefined;
  const point = firstTime(qualifiers, POINT);
  const [start, end] = [firstTime(qualifiers, START), firstTime(qualifiers, END)];
  const times = own === undefined ? [point ?? start, point === undefined ? end : undefined] : [own, undefined];
  if (times.every((time) => time === undefined)) return false;
  if (own === undefined && IDENTIFIERS.has(datatype ?? '')) return 'identifier';
  if (own !== undefined && isPartOfSpan(property, context)) return false;
  const [from, to] = times.map((time) => (typeof time === 'object' ? time : undefined));
  const date = wikidataDate(from, to, extrasOf([from, to], t)) ?? wikidataDate(from, undefined, extrasOf([from], t));
  const value = own === undefined ? valueInWords(main, context.names, context.language) : undefined;
  const key = PROPERTIES[property];
  into.add({
    id: statement.id,
    title: titled(context, key === undefined ? property : t(key), value, t),
    summary: labelOf(context.entity, context.language, 'descriptions'),
    date,
    dateText: date === undefined ? textIn(recordIn(recordIn(main, 'datavalue'), 'value'), 'time') : undefined,
    participants: [...peopleOf(context), ...participantOf(statement, value)],
    source: entitySource(context, property),
    sources: referencesOf(references),
    caveats: rank === 'deprecated' ? [{ kind: 'contested', text: t('imported.note.deprecated') }] : [],
    extra: extraOf(main, own !== undefined),
    where,
  });
  return true;
}

/** Both are told as one by `addSpan`. */
function isPartOfSpan(property: string, { entity }: EntityContext): boolean {
  if (property !== START && property !== END) return false;
  const claims = recordIn(entity, 'claims');
  const [starts, ends] = [listIn(claims, START), listIn(claims, END)];
  if (starts.length !== 1 || ends.length !== 1) return false;
  const [start, end] = [mainTime(starts[0]), mainTime(ends[0])];
  return start !== undefined && end !== undefined && wikidataDate(start, end, {}) !== undefined;
}

/** `Treaty of Ghent: date of signature`, with what it says where that is more than the date. */
function titled(context: EntityContext, property: string, value: string | undefined, t: Translate): string {
  const label = labelOf(context.entity, context.language) ?? textIn(context.entity, 'id') ?? '';
  return value === undefined
    ? t('imported.statement', { label, property })
    : t('imported.statementOf', { label, property, value });
}

function extrasOf(times: readonly (WikidataTime | undefined)[], t: Translate): { readonly note?: string } {
  return times.some((time) => time?.isJulian === true) ? { note: t('imported.julian') } : {};
}

/** A person takes part in what is said of them; of anything else nobody says that it acts. */
function peopleOf({ entity, language }: EntityContext): readonly ImportedParty[] {
  const kinds = listIn(recordIn(entity, 'claims'), 'P31').map((each) =>
    isRecord(each) ? itemOf(recordIn(each, 'mainsnak')) : undefined,
  );
  const name = labelOf(entity, language);
  return kinds.includes('Q5') && name !== undefined ? [{ name, kind: 'person', role: 'party' }] : [];
}

const TAKES_PART: ReadonlySet<string> = new Set(['P710', 'P1891', 'P6', 'P35', 'P463']);

function participantOf({ property }: WikidataStatement, value: string | undefined): readonly ImportedParty[] {
  return TAKES_PART.has(property) && value !== undefined && !/^Q\d+$/.test(value) ? [{ name: value }] : [];
}

function entitySource({ entity, language }: EntityContext, property: string): ImportedSource {
  const id = textIn(entity, 'id') ?? '';
  return {
    url: `https://www.wikidata.org/wiki/${id}#${property}`,
    title: labelOf(entity, language),
    publisher: 'Wikidata',
    kind: 'reference',
  };
}

/** What a statement rests on: an address, or the item that it is stated in. */
function referencesOf(references: readonly JsonRecord[]): readonly ImportedSource[] {
  return references.flatMap((reference): readonly ImportedSource[] => {
    const snaks = recordIn(reference, 'snaks');
    const first = (property: string): JsonRecord | undefined => listIn(snaks, property).find(isRecord);
    const valueOf = (property: string): unknown => recordIn(first(property), 'datavalue')?.['value'];
    const url = textOf(valueOf('P854')) ?? textOf(valueOf('P4656'));
    const stated = itemOf(first('P248')) ?? itemOf(first('P143'));
    const address = url ?? (stated === undefined ? undefined : `https://www.wikidata.org/wiki/${stated}`);
    if (address === undefined) return [];
    const title: unknown = valueOf('P1476');
    const published = timeOf(first('P577'));
    return [
      {
        url: address,
        title: isRecord(title) ? textIn(title, 'text') : undefined,
        published: typeof published === 'object' ? published.edtf : undefined,
      },
    ];
  });
}

function extraOf(main: JsonRecord | undefined, isTime: boolean): ImportedEvent['extra'] {
  const item = isTime ? undefined : itemOf(main);
  return item === undefined ? undefined : { wikidata: { value: item } };
}
