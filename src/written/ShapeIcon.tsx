import type { Tone } from '../model/vocabulary';
import type { DiplomaticEvent } from '../model/dataset';

interface ShapeIconProps {
  readonly tone: Tone;
  /** Done is solid, only said is hollow. */
  readonly deed: boolean;
  /** Dashed: the date is in doubt, or the event is only announced. */
  readonly doubt?: boolean;
  /** Edge of the square it stands in, CSS px. */
  readonly size?: number;
  /** Spoken and shown as tooltip; without it and `label` the icon is decoration. */
  readonly title?: string;
  /** Spoken alone. */
  readonly label?: string;
}

const STROKE_PX = 1.75;

/** The mark of an event as it stands in the chart: shape is tone, fill is deed, dashes are doubt. */
export function ShapeIcon({ tone, deed, doubt = false, size = 12, title, label = title }: ShapeIconProps) {
  const colour = `var(--${tone},currentColor)`;
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  const dashes = doubt ? { strokeDasharray: '2.4 1.7' } : {};
  return (
    <svg className="dt-shape" width={size} height={size} viewBox="0 0 14 14" focusable="false" {...named}>
      {title === undefined ? null : <title>{title}</title>}
      <path
        d={OUTLINES[tone]}
        fill={deed && !doubt ? colour : 'none'}
        stroke={colour}
        strokeWidth={STROKE_PX}
        {...dashes}
      />
      {/* Dashes of the fill's own colour would only fray its edge: a solid core stands apart inside them. */}
      {deed && doubt ? (
        <path d={OUTLINES[tone]} fill={colour} transform="translate(7 7) scale(.5) translate(-7 -7)" />
      ) : null}
    </svg>
  );
}

const OUTLINES: Readonly<Record<Tone, string>> = {
  cooperation: 'M7 1.6A5.4 5.4 0 1 1 7 12.4 5.4 5.4 0 1 1 7 1.6Z',
  conflict: 'M7 .9 13.1 7 7 13.1.9 7Z',
  neutral: 'M2 2H12V12H2Z',
};

/** An event's mark as the chart draws it: dashed when its date is in doubt or it is only announced. */
export function EventShape({ event, size }: { readonly event: DiplomaticEvent; readonly size?: number }) {
  return (
    <ShapeIcon
      tone={event.tone}
      deed={event.deed}
      doubt={isDoubtful(event)}
      {...(size === undefined ? {} : { size })}
    />
  );
}

function isDoubtful(event: DiplomaticEvent): boolean {
  const { date } = event;
  if (event.announced || date === undefined) return event.announced;
  return date.form === 'one-of' || date.uncertain || date.approximate;
}
