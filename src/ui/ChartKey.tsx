import { PanelSection } from './PanelSection';
import { ShapeIcon } from './ShapeIcon';
import { useText } from './store-context';

/** How the chart's marks are read, each with the mark itself. */
export function ChartKey() {
  const t = useText();
  return (
    <PanelSection title={t('summary.howToRead')}>
      <ul className="dt-key">
        <li><ShapeIcon tone="cooperation" deed={false} />{t('chartKey.cooperation')}</li>
        <li><ShapeIcon tone="conflict" deed={false} />{t('chartKey.conflict')}</li>
        <li><ShapeIcon tone="neutral" deed={false} />{t('chartKey.neutral')}</li>
        <li><ShapeIcon tone="cooperation" deed />{t('chartKey.deed')}</li>
        <li><ShapeIcon tone="cooperation" deed={false} doubt />{t('chartKey.doubt')}</li>
        <li><BarIcon />{t('chartKey.bar')}</li>
        <li><StemIcon />{t('chartKey.stem')}</li>
      </ul>
    </PanelSection>
  );
}

function BarIcon() {
  return (
    <svg className="dt-shape" width={28} height={12} viewBox="0 0 28 12" aria-hidden="true" focusable="false">
      <path d="M1 3.5H21V0.5L27 6 21 11.5V8.5H1Z" fill="var(--conflict)" />
    </svg>
  );
}

function StemIcon() {
  return (
    <svg className="dt-shape" width={12} height={20} viewBox="0 0 12 20" aria-hidden="true" focusable="false">
      <path d="M6 6V14" stroke="var(--cooperation)" strokeWidth={1.75} />
      <circle cx={6} cy={3.5} r={2.6} fill="none" stroke="var(--cooperation)" strokeWidth={1.5} />
      <circle cx={6} cy={16.5} r={2.6} fill="none" stroke="var(--cooperation)" strokeWidth={1.5} />
    </svg>
  );
}
