import type { LazyCode } from '../../base/lazy-code';
import { CodeMissing } from '../../base/lazy-code';
import { NO_FILTER } from '../../model/filter';
import { Heading } from '../context/Heading';
import { usePageServices } from '../context/page-services';
import { useText, useTimelineStore } from '../context/store-context';
import { useThemeSource } from '../context/theme';
import { saveFile } from '../kit/save-file';
import type { GiveServices } from './give-services';
import { JobLine } from './JobLine';
import type { PageFiles as Services } from './page-file-services';
import type { PartGiven } from './part-given';
import { useJob } from './use-job';

const KINDS = ['page', 'zip'] as const;

interface PageFilesProps {
  /** Undefined until it is here. */
  readonly services: GiveServices | undefined;
  readonly part: PartGiven;
}

/** The timeline as one HTML file, and as a folder for a host. Nothing where the page can't make any. */
export function PageFiles(props: PageFilesProps) {
  const { pageFiles } = usePageServices();
  return pageFiles === undefined
    ? null
    : KINDS.map((kind) => <PageFile key={kind} {...props} kind={kind} files={pageFiles} />);
}

function PageFile({
  kind,
  files,
  services,
  part: { table, mask, dataset },
}: PageFilesProps & { readonly kind: (typeof KINDS)[number]; readonly files: LazyCode<Services> }) {
  const t = useText();
  const store = useTimelineStore();
  const { asked } = useThemeSource();
  const job = useJob();
  const save = () =>
    job.start(kind, async (work) => {
      const state = store.getState();
      try {
        const { saveAsPage, saveZip } = await files.load();
        const isPart = mask !== undefined && services !== undefined;
        const given = isPart
          ? await services.tableOf(dataset ?? (await services.take(table, mask, work)), work)
          : table;
        // What the filter leaves is all that there is.
        const view = isPart ? { ...state, filter: NO_FILTER } : state;
        const file = await (kind === 'page' ? saveAsPage : saveZip)({
          ...work,
          table: given,
          view,
          theme: asked.get(),
        });
        saveFile(file);
        return t('pageFile.saved', { name: file.name });
      } catch (error) {
        if (error instanceof CodeMissing) return t('pageFile.missing');
        throw error;
      }
    });
  return (
    <section className="dt-give-part">
      <Heading level={3}>{t(`pageFile.${kind}`)}</Heading>
      <p className="dt-share-for">{t(`pageFile.${kind}.for`)}</p>
      <button type="button" className="dt-button" aria-disabled={job.now !== undefined} onClick={save}>
        {t(`pageFile.${kind}.save`)}
      </button>
      <JobLine job={job} />
    </section>
  );
}
