import { useId, useMemo, useState } from 'react';
import { svgPicture } from '../../picture/svg-picture';
import { DARK, LIGHT } from '../../render/tokens';
import { CopyField } from '../context/CopyField';
import { filterInWords } from '../../model/filter-prose';
import { useText, useTimeline } from '../context/store-context';
import { useSay } from '../context/use-say';
import { useTheme } from '../context/theme';

/** Wide enough for the legend, no wider than a page or a slide shows. */
const WIDTH_PX = { least: 640, most: 1600 } as const;

type Format = 'png' | 'png2' | 'svg';

/** The picture of the view as a file, with a description to go with it. */
export function ShareImage({ summary, link }: { readonly summary: string; readonly link: string | undefined }) {
  const t = useText();
  const id = useId();
  const theme = useTheme();
  const [isDark, setIsDark] = useState(theme.scheme === 'dark');
  const [told, setTold] = useState('');
  useSay(told);
  const state = useTimeline((whole) => whole);
  const { table, dataset } = state;
  // The dialog covers the page, which stands still behind it.
  const [widthPx] = useState(() =>
    Math.min(Math.max(document.documentElement.clientWidth, WIDTH_PX.least), WIDTH_PX.most),
  );
  const picture = useMemo(
    () =>
      table === undefined
        ? undefined
        : svgPicture({
            table,
            view: state,
            widthPx,
            theme: isDark ? DARK : LIGHT,
            t,
            note: filterInWords(state.filter, table.dataset, t),
            ...(link === undefined ? {} : { address: link }),
          }),
    [table, state, widthPx, isDark, t, link],
  );
  if (picture === undefined || dataset === undefined) return null;
  const alt = t('share.alt', { title: t('share.frameTitle', { title: dataset.title }), summary });
  const save = async (format: Format) => {
    const name = pictureName([dataset.id, summary], format === 'svg' ? 'svg' : 'png');
    try {
      const blob =
        format === 'svg'
          ? new Blob([picture.svg], { type: 'image/svg+xml' })
          : await pngOf(picture, format === 'png2' ? 2 : 1);
      saveFile(blob, name);
      setTold(t('share.image.saved', { name }));
    } catch (error) {
      setTold(t('share.image.failed', { detail: error instanceof Error ? error.message : String(error) }));
    }
  };
  return (
    <>
      <img
        className="dt-share-picture"
        src={svgAddress(picture.svg)}
        width={picture.widthPx}
        height={picture.heightPx}
        alt={alt}
      />
      <div className="dt-share-row">
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
        <span>{t('share.image.size', { width: picture.widthPx, height: picture.heightPx })}</span>
      </div>
      <fieldset className="dt-group dt-share-row" aria-labelledby={`${id}-files`}>
        <span id={`${id}-files`}>{t('share.image.files')}</span>
        {(['png', 'png2', 'svg'] as const).map((each) => (
          <button key={each} type="button" className="dt-button dt-button--main" onClick={() => void save(each)}>
            {t(`share.image.${each}`)}
          </button>
        ))}
      </fieldset>
      <p className="dt-share-told">{told}</p>
      <CopyField label={t('share.field.alt')} text={alt} action={t('share.copy.alt')} lines={3} />
    </>
  );
}

/**
 * A file name for a picture: words in Latin letters, digits and hyphens, at most 80 characters without the ending
 * (`png`).
 */
export function pictureName(words: readonly string[], ending: string): string {
  const plain = words
    .join(' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^a-z0-9]+/giu, '-')
    .toLowerCase();
  const name = plain.replace(/^-+/u, '').slice(0, 80).replace(/-+$/u, '');
  return `${name === '' ? 'timeline' : name}.${ending}`;
}

/**
 * An SVG document as the address of a picture. As `data:` and not `blob:`: drawn from a page without an origin of its
 * own, a blob would taint the canvas.
 */
function svgAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/**
 * Draws an SVG document on a canvas, `scale` device px to each of its own, and gives the PNG. Rejects where the browser
 * can't: too large, or no canvas.
 */
async function pngOf(
  { svg, widthPx, heightPx }: { readonly svg: string; readonly widthPx: number; readonly heightPx: number },
  scale: number,
): Promise<Blob> {
  const image = new Image();
  image.src = svgAddress(svg);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(widthPx * scale);
  canvas.height = Math.round(heightPx * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error(`${canvas.width} × ${canvas.height} px`)) : resolve(blob)),
      'image/png',
    );
  });
}

/** Hands a file to the browser to be saved. */
function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // Reading begins after the click; a minute is far more than it takes to begin.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
