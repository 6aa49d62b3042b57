import { useEffect, useMemo, useState } from 'react';
import { lossKindsInWords, lossSentence, lossesInWords } from '../../model/losses-prose';
import { lostBySelection } from '../../model/select-events';
import type { Writer, WriterHead } from '../../formats/writer';
import type { WholeDataset } from '../../model/dataset';
import { useText } from '../context/store-context';
import type { Translate } from '../../base/translate';
import { saveFile } from '../kit/save-file';
import { copyRich } from './copy-rich';
import type { GiveServices, GiveWork } from './give-services';
import { JobLine } from './JobLine';
import type { PartGiven } from './part-given';
import { useJob } from './use-job';

/** Kinds of loss that a sentence names; the list behind "What each holds" has all. */
const NAMED = 2;

/** A file of each format, with what it would hold and leave out told before it is saved. */
export function GiveFiles({
  services,
  part,
  link,
}: {
  readonly services: GiveServices;
  readonly part: PartGiven;
  readonly link: string | undefined;
}) {
  const t = useText();
  const job = useJob();
  const [isRaw, setIsRaw] = useState(false);
  const writers = useWriters(services);
  const { dataset, whole, table, mask, count } = part;
  const facts = useMemo(
    () => (dataset === undefined || writers === undefined ? undefined : writers.map((each) => factsOf(each, dataset))),
    [dataset, writers],
  );
  const taken = (work: GiveWork): Promise<WholeDataset> =>
    dataset === undefined ? services.take(table, mask, work) : Promise.resolve(dataset);
  const save = (head: WriterHead) =>
    job.start(head.id, async (work) => {
      const given = await taken(work);
      const file = await services.write(head.id, given, { ...work, isRaw, link });
      saveFile(file);
      const losses = dataset === undefined ? (writers ?? []).find(({ id }) => id === head.id)?.losses(given) : [];
      return losses === undefined || losses.length === 0
        ? t('give.saved', { name: file.name })
        : t('give.files.savedLosses', { name: file.name, losses: lossSentence(nameOf(head, t), losses, t) });
    });
  const copy = () =>
    job.start('table', async (work) => {
      const cells = services.cells(await taken(work), work);
      return t((await copyRich(cells)) ? 'give.files.tableCopied' : 'give.files.tableRefused');
    });
  const ofEvents = services.formats.filter((head) => head.of === 'events');
  const ofSources = services.formats.filter((head) => head.of === 'sources');
  const sources = facts?.find(({ writer }) => writer.of === 'sources')?.count ?? dataset?.sources.length ?? 0;
  const events = (facts ?? []).filter(({ writer }) => writer.of === 'events');
  const cut = dataset === undefined || whole === undefined ? [] : lostBySelection(whole, dataset);
  return (
    <>
      <div className="dt-give-files">
        {ofEvents.map((head) => {
          const n = facts?.find(({ writer }) => writer.id === head.id)?.count ?? count;
          return (
            <button
              key={head.id}
              type="button"
              className="dt-button"
              aria-disabled={job.now !== undefined}
              onClick={() => save(head)}
            >
              <span aria-hidden="true">{nameOf(head, t)}</span>
              <span aria-hidden="true" className="dt-give-count">
                {t.number(n)}
              </span>
              <span className="dt-visually-hidden">{t('give.file', { name: nameOf(head, t), n })}</span>
            </button>
          );
        })}
        <button type="button" className="dt-button" aria-disabled={job.now !== undefined} onClick={copy}>
          {t('give.files.table')}
        </button>
      </div>
      <JobLine job={job} />
      {dataset === undefined ? (
        <p className="dt-share-note">{t('give.files.large')}</p>
      ) : (
        <p className="dt-share-note">{lossProse(events, t)}</p>
      )}
      {cut.length === 0 ? null : (
        <p className="dt-share-note">{t('give.selection', { list: lossesInWords(cut, t) })}</p>
      )}
      <details className="dt-give-each">
        <summary>{t('give.files.each')}</summary>
        <ul>
          {(writers ?? []).map((writer) => (
            <li key={writer.id}>{sentenceOf(writer, facts, t)}</li>
          ))}
        </ul>
        <label className="dt-give-tick">
          <input type="checkbox" checked={isRaw} onChange={(event) => setIsRaw(event.target.checked)} />
          <span>{t('give.files.raw')}</span>
        </label>
      </details>
      {ofSources.length === 0 || sources === 0 ? null : (
        <fieldset className="dt-group dt-give-sources">
          <legend>{t('give.sources', { n: sources })}</legend>
          {ofSources.map((head) => (
            <button
              key={head.id}
              type="button"
              className="dt-button"
              aria-disabled={job.now !== undefined}
              onClick={() => save(head)}
            >
              {nameOf(head, t)}
            </button>
          ))}
        </fieldset>
      )}
    </>
  );
}

interface Facts {
  readonly writer: Writer;
  readonly count: number;
  readonly losses: ReturnType<Writer['losses']>;
}

function factsOf(writer: Writer, dataset: WholeDataset): Facts {
  return { writer, count: writer.count(dataset), losses: writer.losses(dataset) };
}

/** The notebook is called something in every language; other formats are called by their names. */
function nameOf({ id, name }: WriterHead, t: Translate): string {
  return id === 'notebook' ? t('give.file.notebook') : name;
}

/** "JSON and notebook text hold everything. CSV leaves out 3 claims and 2 relations." */
function lossProse(facts: readonly Facts[], t: Translate): string {
  const whole = facts.filter(({ losses }) => losses.length === 0).map(({ writer }) => nameOf(writer, t));
  const worst = facts.filter(({ losses }) => losses.length > 0).slice(0, NAMED);
  return [
    ...(whole.length === 0
      ? []
      : [
          t('give.files.hold', {
            n: whole.length,
            list: new Intl.ListFormat(t.locale, { type: 'conjunction' }).format(whole),
          }),
        ]),
    ...worst.map(({ writer, losses }) => lossSentence(nameOf(writer, t), losses, t, NAMED)),
  ].join(' ');
}

/** All of what a format leaves out of this part; of one that nobody has counted yet, which kinds it may. */
function sentenceOf(writer: Writer, facts: readonly Facts[] | undefined, t: Translate): string {
  const name = nameOf(writer, t);
  const losses = facts?.find((each) => each.writer === writer)?.losses;
  if (losses !== undefined) return lossSentence(name, losses, t);
  return writer.leavesOut.length === 0
    ? lossSentence(name, [], t)
    : t('exports.leavesOut', { name, list: lossKindsInWords(writer.leavesOut, t) });
}

function useWriters(services: GiveServices): readonly Writer[] | undefined {
  const [writers, setWriters] = useState<readonly Writer[]>();
  useEffect(() => {
    let isGone = false;
    services.writers().then(
      (all) => isGone || setWriters(all),
      // Pressing one of the buttons says why.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [services]);
  return writers;
}
