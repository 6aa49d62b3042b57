import type { Translate } from '../../../base/translate';
import type { DiplomaticEvent } from '../../../model/dataset';
import { dateShort } from '../../../model/dates/date-prose';
import { DATE_TEXT } from '../../../model/event-columns';
import type { EventTable } from '../../../model/event-table';
import { useShowMore } from '../../context/use-show-more';
import { Heading } from '../../context/Heading';
import { useText } from '../../context/store-context';
import { CardFace } from '../../list/CardFace';
import { countOpen } from './open-points';
import { useMappingStep } from './mapping-context';
import { Words } from './Words';

/** The table as events, as the list of the page draws them, under three heads. */
export function EventsPreview() {
  const t = useText();
  const { preview, choice, findings, points } = useMappingStep();
  const { rows } = preview;
  const isAsked = countOpen(points).questions > 0;
  const toSettle = Math.max(
    rows.toSettle.length,
    ...(isAsked ? findings.dates.map(({ decision }) => decision.counts.either) : []),
  );
  const undated = Math.max(findings.undated, rows.undated.length);
  return (
    <div className="dt-list dt-list--narrow dt-map-preview">
      <div className="dt-map-preview-head">
        <span className="dt-map-preview-name">{t('mapping.asEvents')}</span>
        <span>
          {choice.survey.isWhole
            ? t('mapping.drawnFromAll', { n: choice.survey.sample.length })
            : t('mapping.drawnFrom', { n: choice.survey.sample.length })}
        </span>
      </div>
      <PreviewPart
        name="first"
        rows={rows.first}
        total={Math.max(findings.events - toSettle - undated, rows.first.length)}
      />
      <PreviewPart name="toSettle" rows={rows.toSettle} total={toSettle} />
      <PreviewPart name="undated" rows={rows.undated} total={undated} />
    </div>
  );
}

/** So many of each stand there at once. */
const AT_ONCE = 5;

function PreviewPart({
  name,
  rows,
  total,
}: {
  readonly name: 'first' | 'toSettle' | 'undated';
  readonly rows: readonly number[];
  readonly total: number;
}) {
  const t = useText();
  const { preview } = useMappingStep();
  const { shown, list, button } = useShowMore<HTMLUListElement>(rows.length, AT_ONCE);
  if (rows.length === 0) return null;
  const { table } = preview;
  return (
    <section className="dt-month dt-map-part">
      <div className="dt-month-head">
        <Heading level={3}>{t(`mapping.preview.${name}`)}</Heading>
        <span>{t('mapping.preview.count', { n: t.number(shown), total: t.number(total) })}</span>
      </div>
      <ul ref={list} className="dt-cards">
        {rows.slice(0, shown).map((row) => (
          <PreviewCard key={row} table={table} row={row} />
        ))}
      </ul>
      {button}
    </section>
  );
}

function PreviewCard({ table, row }: { readonly table: EventTable; readonly row: number }) {
  const t = useText();
  const event = table.eventAt(row);
  const text = row < table.datedSize ? '' : dateTextOf(event);
  return (
    <li className={`dt-card${event.announced ? ' dt-card--ahead' : ''}`}>
      <CardFace
        dataset={table.dataset}
        event={event}
        foreign
        date={text === '' ? unbroken(dateShort(event.date, t)) : <Words>{t('mapping.quoted', { text })}</Words>}
        more={[
          ...(event.participants.length === 0 ? [t('mapping.preview.nobody')] : []),
          <span key="sources" className="dt-map-sources">
            {sourcesInWords(event, t)}
          </span>,
        ]}
      />
    </li>
  );
}

/** A day stays beside its month: "4 Mar or" above "3 Apr 2016". */
function unbroken(date: string): string {
  return date.replaceAll(/(?<=\p{Nd}) (?=\p{L})/gu, '\u00A0');
}

/** What stands where an event's date should be. */
function dateTextOf({ extra }: DiplomaticEvent): string {
  const text = extra?.[DATE_TEXT];
  return typeof text === 'string' ? text : '';
}

function sourcesInWords({ evidence }: DiplomaticEvent, t: Translate): string {
  const sources = new Set(evidence.map(({ source }) => source)).size;
  return sources === 0 ? t('mapping.preview.noSource') : t('mapping.preview.sources', { n: sources });
}
