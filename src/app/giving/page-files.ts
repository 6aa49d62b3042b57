import { lazyCode } from '../../base/lazy-code';
import { makeSlices } from '../../base/slices';
import type { Slices } from '../../base/slices';
import { writeSteps } from '../../formats/json/write';
import type { PageKit } from '../../formats/page/page-kit';
import { savedPageParts } from '../../formats/page/saved-page';
import type { SavedPage } from '../../formats/page/saved-page';
import { fileNameOf, siteFiles } from '../../formats/page/site-files';
import { wholeDataset } from '../../model/whole-dataset';
import { addressText, authorAddress } from '../../state/address/address';
import type { ThemeName } from '../../state/address/view-params';
import type { TimelineState } from '../../state/view/timeline-state';
import type { GivenPage, PageFiles } from '../../ui/give/page-file-services';
import { writtenFile } from '../../ui/give/written-file';
import { markupOf } from './markup-of';
import { zipped } from './zipped';

const KIT = lazyCode(() => import('../../formats/page/kit-texts').then(({ kit }) => kit));

/** formats/page/saved-page.ts has what it is. */
async function saveAsPage(given: GivenPage): Promise<File> {
  const { kit, page } = await made(given, slicesOf(given));
  return file([...savedPageParts(kit, page)], `${nameOf(given)}.html`, 'text/html;charset=utf-8');
}

/** formats/page/site-files.ts has what is in it. */
async function saveZip(given: GivenPage): Promise<File> {
  const slices = slicesOf(given);
  const { kit, page } = await made(given, slices);
  const files = siteFiles(kit, page, nameOf(given), given.t);
  const archive = await zipped(
    files.map(({ name, parts }) => ({ name, content: new Blob([...parts]) })),
    slices,
  );
  return file([archive], `${nameOf(given)}.zip`, 'application/zip');
}

/** Loaded when somebody saves (giving.ts). */
export const pageFiles: PageFiles = { saveAsPage, saveZip };

function slicesOf({ signal = new AbortController().signal }: GivenPage): Slices {
  return makeSlices({ signal });
}

/** A short id that somebody gave it, else its title: made ids (app/writing/new-draft.ts) say nothing. */
function nameOf({ table }: GivenPage): string {
  const { id, title } = table.dataset;
  return fileNameOf(/-[\da-f]{8}$/.test(id) ? title : id);
}

function file(parts: BlobPart[], name: string, type: string): File {
  return new File(parts, name, { type });
}

/** JSON is cut into so many characters. */
const PART = 262_144;

async function made(
  { table, view, t, theme, heard }: GivenPage,
  slices: Slices,
): Promise<{ readonly kit: PageKit; readonly page: SavedPage }> {
  const kit = await slices.wait(KIT.load());
  const json = await slices.run(writeSteps(wholeDataset(table)), heard);
  const written = await slices.wait(writtenFile({ table, view, t }, markupOf));
  const page: SavedPage = {
    ...written,
    language: t.locale,
    direction: t.dir,
    opening: openingText(view, t.locale, theme),
    json: inParts(json),
  };
  return { kit, page };
}

/** No address's limit holds here. */
const NO_LIMIT = -Infinity;

function openingText(view: TimelineState, lang: string, theme: ThemeName): string {
  const options = { lang, ...(theme === 'auto' ? {} : { theme }) };
  return addressText(authorAddress(view, options, NO_LIMIT).params);
}

function inParts(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / PART) }, (_, at) => text.slice(at * PART, (at + 1) * PART));
}
