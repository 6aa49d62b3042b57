import { useMemo } from 'react';
import { useShowMore } from '../../context/use-show-more';
import { Heading } from '../../context/Heading';
import { useText } from '../../context/store-context';
import { CardFace } from '../../list/CardFace';
import { countOpen } from './open-points';
import { useMappingStep } from './mapping-context';
import { previewRows } from './preview-rows';

/** The table as events, as the list of the page draws them, under three heads. */
export function EventsPreview() {
  const t = useText();
  const { preview, choice, findings, points } = useMappingStep();
  const isAsked = countOpen(points).questions > 0;
  const rows = useMemo(() => previewRows(preview.table, isAsked), [preview.table, isAsked]);
  const toSettle = Math.max(
    rows.toSettle.length,
    ...(isAsked ? findings.dates.map(({ decision }) => decision.counts.either) : []),
  );
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
      <PreviewPart name="first" rows={rows.first} total={findings.events} />
      <PreviewPart name="toSettle" rows={rows.toSettle} total={toSettle} />
      <PreviewPart name="undated" rows={rows.undated} total={Math.max(findings.undated, rows.undated.length)} />
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
          <li key={row} className="dt-card">
            <CardFace dataset={table.dataset} event={table.eventAt(row)} foreign />
          </li>
        ))}
      </ul>
      {button}
    </section>
  );
}
