// The icons are drawn in the colours of the theme: no picture from a file could be.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import type { Translate } from '../base/translate';
import { ShapeIcon } from './ShapeIcon';

/** The entries of the legend, the same wherever a picture stands: each shape in words, then what it means. */
export function LegendEntries({ t }: { readonly t: Translate }) {
  return (
    <ul>
      <li>
        <ShapeIcon tone="cooperation" deed={false} doubt={false} label={t('legend.shape.cooperation')} />
        {t('tone.cooperation')}
      </li>
      <li>
        <ShapeIcon tone="conflict" deed={false} doubt={false} label={t('legend.shape.conflict')} />
        {t('tone.conflict')}
      </li>
      <li>
        <ShapeIcon tone="neutral" deed={false} doubt={false} label={t('legend.shape.neutral')} />
        {t('tone.neutral')}
      </li>
      <li>
        <ShapeIcon tone="cooperation" deed={false} doubt={false} label={t('legend.shape.hollow')} />
        {t('legend.hollow')} <ShapeIcon tone="cooperation" deed doubt={false} label={t('legend.shape.solid')} />
        {t('legend.solid')}
      </li>
      <li>
        <PassiveIcon label={t('legend.shape.passive')} />
        {t('legend.passive')}
      </li>
      <li>
        <ShapeIcon tone="cooperation" deed={false} doubt label={t('legend.shape.dashed')} />
        {t('legend.dashed')}
      </li>
      <li>
        <SetIcon label={t('legend.shape.set')} />
        {t('legend.set')}
      </li>
      <li>
        <StepsIcon label={t('legend.shape.fade')} />
        {t('legend.fade')}
      </li>
      <li>
        <StemIcon label={t('legend.shape.stem')} />
        {t('legend.stem')}
      </li>
    </ul>
  );
}

function PassiveIcon({ label }: { readonly label: string }) {
  return (
    <svg className="dt-legend-icon" width="12" height="12" viewBox="0 0 12 12" role="img" aria-label={label}>
      <circle cx="6" cy="6" r="3.6" fill="none" stroke="var(--control,currentColor)" strokeWidth="1.5" />
    </svg>
  );
}

function SetIcon({ label }: { readonly label: string }) {
  return (
    <svg className="dt-legend-icon" width="26" height="14" viewBox="0 0 26 14" role="img" aria-label={label}>
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

function StepsIcon({ label }: { readonly label: string }) {
  return (
    <svg
      className="dt-legend-icon"
      width="26"
      height="14"
      viewBox="0 0 26 14"
      role="img"
      aria-label={label}
      fill="var(--conflict,currentColor)"
    >
      <path d="M1 4h5v6H1z" opacity="0.28" />
      <path d="M6 4h5v6H6z" opacity="0.45" />
      <path d="M11 4h5v6h-5z" opacity="0.68" />
      <path d="M16 4h9v6h-9z" />
    </svg>
  );
}

function StemIcon({ label }: { readonly label: string }) {
  return (
    <svg
      className="dt-legend-icon"
      width="12"
      height="16"
      viewBox="0 2 12 16"
      role="img"
      aria-label={label}
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
