import { Dotted } from '../../written/Dotted';
import { LegendEntries } from '../../written/LegendEntries';
import { usePageSettings } from '../context/page-settings';
import { useText, useTimeline } from '../context/store-context';

/** What shapes, fill, dashes and steps mean. Colour only repeats the shape. */
export function Legend() {
  const t = useText();
  const { hidden } = usePageSettings();
  const dataset = useTimeline((state) => state.dataset);
  const sources = dataset?.sources ?? [];
  // Of many, the first is no more than one of them.
  const source = sources.length > 3 ? t('legend.sources', { n: sources.length }) : sources[0]?.publisher;
  return (
    <section className="dt-legend" aria-label={t('legend.title')}>
      <LegendEntries t={t} />
      {dataset === undefined || hidden.has('credit') ? null : (
        <p className="dt-credit">
          <Dotted
            parts={[
              source,
              dataset.licence === undefined ? undefined : t('legend.licence', { licence: dataset.licence }),
              dataset.version === undefined ? undefined : t('legend.version', { version: dataset.version }),
            ].filter((part) => part !== undefined)}
          />
        </p>
      )}
    </section>
  );
}
