import type { Translate } from '../base/translate';
import { ShapeIcon } from './ShapeIcon';

/** The entries of the legend, the same wherever a picture stands. */
export function LegendEntries({ t }: { readonly t: Translate }) {
  return (
    <ul>
      <li>
        <ShapeIcon tone="cooperation" deed={false} doubt={false} />
        {t('tone.cooperation')}
      </li>
      <li>
        <ShapeIcon tone="conflict" deed={false} doubt={false} />
        {t('tone.conflict')}
      </li>
      <li>
        <ShapeIcon tone="neutral" deed={false} doubt={false} />
        {t('tone.neutral')}
      </li>
      <li>
        <ShapeIcon tone="cooperation" deed={false} doubt={false} />
        {t('legend.hollow')} <ShapeIcon tone="cooperation" deed doubt={false} />
        {t('legend.solid')}
      </li>
      <li>
        <PassiveIcon />
        {t('legend.passive')}
      </li>
      <li>
        <ShapeIcon tone="cooperation" deed={false} doubt />
        {t('legend.dashed')}
      </li>
      <li>
        <SetIcon />
        {t('legend.set')}
      </li>
      <li>
        <StepsIcon />
        {t('legend.fade')}
      </li>
      <li>
        <StemIcon />
        {t('legend.stem')}
      </li>
    </ul>
  );
}

function PassiveIcon() {
  return (
    <svg className="dt-legend-icon" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="3.6" fill="none" stroke="var(--control,currentColor)" strokeWidth="1.5" />
    </svg>
  );
}

function SetIcon() {
  return (
    <svg className="dt-legend-icon" width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
      <path d="M1 2v10M25 2v10" stroke="var(--cooperation,currentColor)" strokeWidth="1.5" />
      <path d="M1 7h24" stroke="var(--cooperation,currentColor)" strokeWidth="1.5" strokeDasharray="3 3" />
      <circle
        cx="13"
        cy="7"
        r="4"
        fill="var(--paper,transparent)"
        stroke="var(--cooperation,currentColor)"
        strokeWidth="2"
        strokeDasharray="2.5 2.5"
      />
    </svg>
  );
}

function StepsIcon() {
  return (
    <svg
      className="dt-legend-icon"
      width="26"
      height="14"
      viewBox="0 0 26 14"
      aria-hidden="true"
      fill="var(--conflict,currentColor)"
    >
      <path d="M1 4h5v6H1z" opacity="0.28" />
      <path d="M6 4h5v6H6z" opacity="0.45" />
      <path d="M11 4h5v6h-5z" opacity="0.68" />
      <path d="M16 4h9v6h-9z" />
    </svg>
  );
}

function StemIcon() {
  return (
    <svg
      className="dt-legend-icon"
      width="12"
      height="16"
      viewBox="0 2 12 16"
      aria-hidden="true"
      fill="var(--paper,transparent)"
      stroke="var(--cooperation,currentColor)"
      strokeWidth="2"
    >
      <path d="M6 4v12" />
      <circle cx="6" cy="4" r="3" />
      <circle cx="6" cy="16" r="3" />
    </svg>
  );
}
