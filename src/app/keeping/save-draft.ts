import type { Translate } from '../../base/translate';
import type { WholeDataset } from '../../model/dataset';
import type { FileKind } from '../../ui/context/keep-services';
import { NOTEBOOK_TEXT } from '../carried/load-notebook-text';
import { plainFileName } from '../opening/file-names';
import type { DraftStore } from './draft-store';
import { saveAsFile } from './file-saver';

/** A draft that becomes a file. */
interface ToSave {
  readonly id: string;
  readonly title: string;
  /** The name of the file it was saved as before. */
  readonly last: string | undefined;
  readonly kind: FileKind | undefined;
  readonly json: () => Promise<string>;
  /** Undefined where it can't be read: then any file holds what is there. */
  readonly dataset: () => Promise<WholeDataset | undefined>;
}

/** Saves a draft as JSON or a notebook's text, over the file it was saved as where the browser can; gives its name. */
export async function saveDraft(
  draft: ToSave,
  store: Pick<DraftStore, 'handle' | 'keepHandle'>,
  { translate: t, home }: { readonly translate: Translate; readonly home: Window },
): Promise<string | undefined> {
  const { id, title, last, kind } = draft;
  const before: unknown = await store.handle(id).catch(() => undefined);
  const text = async (of: FileKind): Promise<string> => {
    const dataset = of === 'txt' ? await draft.dataset() : undefined;
    return dataset === undefined ? draft.json() : (await NOTEBOOK_TEXT.load()).write(dataset, true, t);
  };
  const textType = t('keep.save.type.txt');
  const saved = await saveAsFile({ stem: plainFileName(title), text, kind, last, before, textType, home });
  if (saved?.handle !== undefined) await store.keepHandle(id, saved.handle).catch(() => undefined);
  return saved?.name;
}
