import { andThen } from '../base/awaitable';
import type { Awaitable } from '../base/awaitable';
import { lazyWithMessages } from '../base/messages/load-messages';
import type { Translate } from '../base/translate';
import type { WholeDataset } from '../model/dataset';
import type { Rejection } from '../model/rejection';
import type { DatasetCatalogue, ShippedDataset } from '../state/view/dataset-catalogue';
import type { LoadProblem } from '../model/load-problem';
import { readJsonText } from '../formats/json/json-reader';
import type { DatasetSource } from './loading/dataset-source';
import { thrownProblem } from './loading/loading-turn';
import { scriptFrom } from './script-address';
import { knownDatasets } from '../state/view/dataset-catalogue';
import type { PageOptions } from '../state/address/view-params';

/** A dataset with what had to be left out of it, or why there is none. */
export type Loaded =
  | { readonly ok: true; readonly dataset: WholeDataset; readonly rejections: readonly Rejection[] }
  | { readonly ok: false; readonly problem: LoadProblem };

/** The ids of the elements that build/dataset-scripts.ts and build/inline-dataset.ts write into the page. */
const TEMPLATE = 'shipped-datasets';
const INLINED = 'default-dataset';

const MERGE = lazyWithMessages(['merge'], () =>
  import('../model/merge/merge-datasets').then(({ mergeDatasets }) => mergeDatasets),
);

/** What the page ships; undefined for a page that was built without it. */
export function readCatalogue(): DatasetCatalogue | undefined {
  const template = templateOf();
  const own = template?.dataset['own'];
  if (template === undefined || own === undefined) return undefined;
  return { own, datasets: scriptsOf(template).map(shippedDataset), together: Number(template.dataset['together']) };
}

function templateOf(): HTMLTemplateElement | undefined {
  const found = document.querySelector(`#${TEMPLATE}`);
  return found instanceof HTMLTemplateElement ? found : undefined;
}

function scriptsOf(template: HTMLTemplateElement): readonly HTMLScriptElement[] {
  return [...template.content.querySelectorAll('script')];
}

function shippedDataset({ dataset }: HTMLScriptElement): ShippedDataset {
  const { id = '', title = id, events, from = '', to = '' } = dataset;
  return {
    id,
    title,
    events: Number(events),
    from: new Date(from).getUTCFullYear(),
    to: new Date(to).getUTCFullYear(),
  };
}

/** The text of the dataset that stands in the page itself; empty where there is none. */
function inlinedText(): string {
  return document.querySelector(`#${INLINED}`)?.textContent ?? '';
}

/**
 * Loads shipped datasets, laid together where there are several. At once for the page's own, which stands in the page;
 * the others come by scripts, which load where `fetch` doesn't. One that can't be had or used is the problem of all.
 */
export function loadShippedDatasets(
  ids: readonly string[],
  { own }: DatasetCatalogue,
  t: Translate,
): Awaitable<Loaded> {
  if (ids.length === 1 && ids[0] === own) return readText(inlinedText(), own, t);
  return Promise.all(ids.map(async (id) => (id === own ? readText(inlinedText(), own, t) : readScript(id, t)))).then(
    (all) => layTogether(all, t),
  );
}

/**
 * Reads and checks the JSON of a dataset: at once, unless it asks for code that isn't here. What a file is too wrong
 * for is a LoadProblem with what a person needs to act; never rejects.
 */
export function readText(text: string, name: string, t: Translate): Awaitable<Loaded> {
  const loaded = andThen(readJsonText(text, name, t), (read): Loaded =>
    read.ok ? read : { ok: false, problem: { source: name, ...read.problem } },
  );
  return loaded instanceof Promise
    ? loaded.catch((error: unknown) => ({ ok: false, problem: thrownProblem(error, name) }))
    : loaded;
}

async function layTogether(all: readonly Loaded[], t: Translate): Promise<Loaded> {
  const datasets: WholeDataset[] = [];
  const rejections: Rejection[] = [];
  for (const loaded of all) {
    if (!loaded.ok) return loaded;
    datasets.push(loaded.dataset);
    rejections.push(...loaded.rejections);
  }
  const [only] = datasets;
  if (only !== undefined && datasets.length === 1) return { ok: true, dataset: only, rejections };
  try {
    const merge = await MERGE.load();
    return { ok: true, dataset: merge(datasets, t, (kept) => rejections.push(kept)), rejections };
  } catch (error) {
    return { ok: false, problem: thrownProblem(error, datasets.map(({ title }) => title).join(' + ')) };
  }
}

async function readScript(id: string, t: Translate): Promise<Loaded> {
  const text = await scriptText(id);
  return typeof text === 'string' ? readText(text, id, t) : { ok: false, problem: text };
}

/**
 * The text that a dataset's script hands over. The script element is a copy of the page's own: copying sets no address
 * from code, which trusted types forbid, and it can only be one that the page was built with.
 */
function scriptText(id: string): Promise<string | LoadProblem> {
  const template = templateOf();
  const inert = template === undefined ? undefined : scriptsOf(template).find(({ dataset }) => dataset['id'] === id);
  const missing: LoadProblem = {
    kind: 'missing',
    source: inert?.getAttribute('src')?.replace(/^\.\//, '') ?? id,
    detail: '',
  };
  const script = inert === undefined ? undefined : scriptFrom(inert);
  if (script === undefined) return Promise.resolve(missing);
  return new Promise((resolve) => {
    let handed: unknown;
    script.addEventListener('timeline-dataset', (event) => {
      handed = event instanceof CustomEvent ? event.detail : undefined;
    });
    const settle = () => {
      clearTimeout(waiting);
      script.remove();
      resolve(typeof handed === 'string' ? handed : missing);
    };
    // Long enough for a large one on a slow line; a host that never answers has nothing.
    const waiting = setTimeout(settle, 120_000);
    script.addEventListener('load', settle);
    script.addEventListener('error', settle);
    document.head.append(script);
  });
}

/** The dataset that an address asks for: a file (`data`), shipped ones (`set`), or the page's own. */
export function pageSource({ data, set }: PageOptions, catalogue: DatasetCatalogue | undefined): DatasetSource {
  if (data !== undefined) return { kind: 'address', address: data };
  if (catalogue === undefined) return { kind: 'text', text: inlinedText(), name: 'dataset of this page' };
  return { kind: 'sets', ids: knownDatasets(set, catalogue).ids, catalogue };
}
