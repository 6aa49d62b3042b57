import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { withLazyCode } from '../../base/lazy-code';
import { clampWindow } from '../../layout/scale/projection';
import { instant, timeSpan } from '../../model/dates/instant';
import type { Instant } from '../../model/dates/instant';
import { parseEventDate } from '../../model/dates/parse-event-date';
import { parseDateQuery } from '../../state/search/date-query';
import { useClosePanel } from '../kit/PopoverButton';
import { usePageServices } from '../context/page-services';
import { useText, useTimeline } from '../context/store-context';
import { useCurrentWindow } from '../context/use-current-window';

/** The fields of the menu of dates. */
export function RangeForm() {
  const t = useText();
  const id = useId();
  const close = useClosePanel();
  const { control } = usePageServices();
  const current = useCurrentWindow();
  const extent = useTimeline((state) => state.table?.extent);
  // The air around the data is no date to offer.
  const [from, setFrom] = useState(() =>
    current === undefined || extent === undefined ? '' : isoDay(instant(Math.max(current.window.start, extent.start))),
  );
  const [to, setTo] = useState(() =>
    current === undefined || extent === undefined ? '' : isoDay(instant(Math.min(current.window.end, extent.end) - 1)),
  );
  const [fault, setFault] = useState<string>();
  const show = (event: FormEvent) => {
    event.preventDefault();
    const read = withLazyCode(() => [from, to].map((text) => spanOfText(text, t.locale)));
    if (!(read instanceof Promise)) return showBetween(read);
    // Without the code for rare forms a date of one is no date that can be read.
    read.then(showBetween, () => setFault(t('tool.rangeUnread')));
  };
  const showBetween = ([start, end]: readonly ReturnType<typeof spanOfText>[]) => {
    const now = control.projection();
    if (start === undefined || end === undefined) setFault(t('tool.rangeUnread'));
    else if (end.end <= start.start) setFault(t('tool.rangeWrong'));
    else if (now !== undefined) {
      setFault(undefined);
      control.show(clampWindow(now.scale, timeSpan(start.start, end.end), now.widthPx));
      close();
    }
  };
  return (
    <form className="dt-range" onSubmit={show} noValidate>
      <label htmlFor={`${id}-from`}>{t('tool.from')}</label>
      <input
        id={`${id}-from`}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        value={from}
        onChange={(event) => setFrom(event.target.value)}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
      />
      <label htmlFor={`${id}-to`}>{t('tool.to')}</label>
      <input
        id={`${id}-to`}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        value={to}
        onChange={(event) => setTo(event.target.value)}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
      />
      <p id={`${id}-fault`} className="dt-range-fault" role="alert">
        {fault}
      </p>
      <button type="submit" className="dt-button">
        {t('tool.apply')}
      </button>
    </form>
  );
}

function isoDay(at: Instant): string {
  return new Date(at).toISOString().replace(/T.*$/, '');
}

/** A date as the format writes it, or as a person does: 2016-02-22, 22 Feb 2016, February 2016. */
function spanOfText(text: string, locale: string): { start: Instant; end: Instant } | undefined {
  const date = parseEventDate(text.trim());
  return 'fault' in date || date.form !== 'single' ? parseDateQuery(text, locale) : date.start;
}
