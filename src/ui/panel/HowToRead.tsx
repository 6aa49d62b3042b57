import { PanelSection } from './PanelSection';
import { ShapeIcon } from '../../written/ShapeIcon';
import { useText } from '../context/store-context';

/** How the chart's marks are read, each with the mark itself. */
export function HowToRead() {
  const t = useText();
  return (
    <PanelSection title={t('summary.howToRead')}>
      <ul className="dt-key">
        <li>
          <ShapeIcon tone="cooperation" deed={false} />
          {t('chartKey.cooperation')}
        </li>
        <li>
          <ShapeIcon tone="conflict" deed={false} />
          {t('chartKey.conflict')}
        </li>
        <li>
          <ShapeIcon tone="neutral" deed={false} />
          {t('chartKey.neutral')}
        </li>
        <li>
          <ShapeIcon tone="cooperation" deed />
          {t('chartKey.deed')}
        </li>
        <li>
          <ShapeIcon tone="cooperation" deed={false} doubt />
          {t('chartKey.doubt')}
        </li>
        <li>
          <BarIcon />
          {t('chartKey.bar')}
        </li>
        <li>
          <StemIcon />
          {t('chartKey.stem')}
        </li>
        <li>
          <PillIcon />
          {t('chartKey.pill')}
        </li>
        <li>
          <DensityIcon />
          {t('chartKey.density')}
        </li>
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

function PillIcon() {
  return (
    <svg className="dt-shape" width={28} height={14} viewBox="0 0 28 14" aria-hidden="true" focusable="false">
      <rect x={0.5} y={0.5} width={27} height={13} rx={6.5} fill="none" stroke="var(--control)" />
      <circle cx={8} cy={7} r={3} fill="none" stroke="var(--cooperation)" strokeWidth={1.5} />
      <path d="M16 3.4 19.6 7 16 10.6 12.4 7Z" fill="none" stroke="var(--conflict)" strokeWidth={1.5} />
    </svg>
  );
}

function DensityIcon() {
  return (
    <svg className="dt-shape" width={28} height={14} viewBox="0 0 28 14" aria-hidden="true" focusable="false">
      <path d="M1 14V10H6V14ZM7 14V7H12V14ZM13 14V9H18V14ZM19 14V4H24V14Z" fill="var(--conflict)" />
      <path d="M1 10V8H6V10ZM7 7V3H12V7ZM13 9V6H18V9ZM19 4V1H24V4Z" fill="var(--cooperation)" />
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
