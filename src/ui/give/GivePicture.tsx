import { useId, useMemo, useState } from 'react';
import type { EventTable } from '../../model/event-table';
import { NO_FILTER } from '../../model/filter';
import { filterInWords } from '../../model/filter-prose';
import { svgPicture } from '../../picture/svg-picture';
import { DARK, LIGHT } from '../../render/tokens';
import type { TimelineState } from '../../state/view/timeline-state';
import { CopyField } from '../context/CopyField';
import { useText } from '../context/store-context';
import { useTheme } from '../context/theme';
import { windowOf } from '../kit/any-window';
import { saveFile } from '../kit/save-file';
import { JobLine } from './JobLine';
import { MOST_PX, pictureName, pngOf, pngOn, svgAddress } from './picture-file';
import { useJob } from './use-job';

/** Wide enough for the legend, no wider than a page or a slide shows. */
const WIDTH_PX = { least: 640, most: 1600 } as const;
/** Rows of the whole timeline below this are left out: a picture twice as wide as high and more is no reading matter. */
const MOST_LANES_PX = 12_000;
/** A slide: what it is laid out as, and as how many px it is saved. */
const SLIDE_PX = { width: 1600, height: 900, saved: 1920 } as const;

const FORMATS = ['svg', 'png', 'png2', 'wide'] as const;
type Format = (typeof FORMATS)[number];

/** The timeline, or the view on screen, as a picture to save, with a description to go with it, or on paper. */
export function GivePicture({
  state,
  table,
  mask,
  summary,
  link,
  onPrint,
}: {
  readonly state: TimelineState;
  readonly table: EventTable;
  /** 1 for the rows of the part that is given away; undefined for all. */
  readonly mask: Uint8Array | undefined;
  readonly summary: string;
  readonly link: string | undefined;
  /** Closes the dialog: what lies over the page would be printed with it. */
  readonly onPrint: () => void;
}) {
  const t = useText();
  const id = useId();
  const job = useJob();
  const theme = useTheme();
  const [isDark, setIsDark] = useState(theme.scheme === 'dark');
  const [isWhole, setIsWhole] = useState(false);
  // The dialog covers the page, which stands still behind it.
  const [widthPx] = useState(() =>
    Math.min(Math.max(document.documentElement.clientWidth, WIDTH_PX.least), WIDTH_PX.most),
  );
  const sketch = useMemo(() => {
    const filter = isWhole && mask === undefined ? NO_FILTER : state.filter;
    return {
      table,
      view: isWhole ? { ...state, window: undefined, filter } : state,
      theme: isDark ? DARK : LIGHT,
      t,
      note: filterInWords(filter, table.dataset, t),
      ...(isWhole ? { mostLanesPx: MOST_LANES_PX } : {}),
      ...(link === undefined ? {} : { address: link }),
    };
  }, [table, state, mask, isDark, isWhole, t, link]);
  const picture = useMemo(() => svgPicture({ ...sketch, widthPx }), [sketch, widthPx]);
  const words = isWhole ? t('give.picture.whole') : summary;
  const alt = t('share.alt', { title: t('share.frameTitle', { title: table.dataset.title }), summary: words });
  const save = (format: Format) =>
    job.start(format, async () => {
      const scale = format === 'png2' ? 2 : 1;
      const size = { width: picture.widthPx * scale, height: picture.heightPx * scale };
      if (format.startsWith('png') && size.width * size.height > MOST_PX) return t('give.picture.large', size);
      const name = pictureName(
        [table.dataset.id, ...(isWhole ? [] : [summary]), ...(format === 'wide' ? ['16-9'] : [])],
        format === 'svg' ? 'svg' : 'png',
      );
      const blob =
        format === 'svg'
          ? new Blob([picture.svg], { type: 'image/svg+xml' })
          : format === 'wide'
            ? await pngOn(svgPicture({ ...sketch, widthPx: SLIDE_PX.width, heightPx: SLIDE_PX.height }), {
                widthPx: SLIDE_PX.saved,
                heightPx: Math.round((SLIDE_PX.saved * SLIDE_PX.height) / SLIDE_PX.width),
                ground: sketch.theme.paper,
              })
            : await pngOf(picture, scale);
      saveFile(new File([blob], name, { type: blob.type }));
      return t('share.image.saved', { name });
    });
  const print = (page: Window) => {
    onPrint();
    // When the dialog is gone.
    setTimeout(() => page.print());
  };
  return (
    <>
      <div className="dt-share-row">
        <fieldset className="dt-group dt-give-radios" aria-label={t('give.picture.of')}>
          {[true, false].map((each) => (
            <label key={String(each)}>
              <input type="radio" name={id} checked={isWhole === each} onChange={() => setIsWhole(each)} />
              {t(each ? 'give.picture.whole' : 'give.picture.screen')}
            </label>
          ))}
        </fieldset>
        <span className="dt-share-pair">
          <label htmlFor={`${id}-theme`} aria-hidden="true">
            {t('share.theme')}
          </label>
          <select
            id={`${id}-theme`}
            aria-label={t('share.theme')}
            className="dt-button dt-select"
            value={isDark ? 'dark' : 'light'}
            onChange={(event) => setIsDark(event.target.value === 'dark')}
          >
            {(['light', 'dark'] as const).map((each) => (
              <option key={each} value={each}>
                {t(`share.theme.${each}`)}
              </option>
            ))}
          </select>
        </span>
      </div>
      <img
        className="dt-share-picture"
        src={svgAddress(picture.svg)}
        width={picture.widthPx}
        height={picture.heightPx}
        alt={alt}
      />
      {picture.lanesLeftOut === 0 ? null : (
        <p className="dt-share-note" role="note">
          {t('give.picture.left', { n: picture.lanesLeftOut })}
        </p>
      )}
      <fieldset className="dt-group dt-give-acts" aria-label={t('share.image.files')}>
        {FORMATS.map((each) => (
          <button
            key={each}
            type="button"
            className="dt-button"
            aria-disabled={job.now !== undefined}
            onClick={() => save(each)}
          >
            <bdi dir="ltr">
              {each === 'svg' || each === 'png' ? t(`share.image.${each}`) : t(`give.picture.${each}`)}
            </bdi>
          </button>
        ))}
        <button type="button" className="dt-button" onClick={({ currentTarget }) => print(windowOf(currentTarget))}>
          {t('give.picture.print')}
        </button>
      </fieldset>
      <p className="dt-share-note">{t('share.image.size', { width: picture.widthPx, height: picture.heightPx })}</p>
      <JobLine job={job} />
      <CopyField label={t('share.field.alt')} text={alt} action={t('share.copy.alt')} lines={2} />
    </>
  );
}
