import type { WholeDataset } from '../../model/dataset';
import { layoutIn, piecesOf, usualOrder } from './layout';
import type { UnitKey } from './layout';
import { ownersOfLines } from './line-owners';
import { matchLines } from './match-lines';
import { keyOf } from './line-key';
import { notebookOfText } from './notebook-of-text';
import type { LineOwner, Notebook, NotebookContext } from './notebook-types';
import { freshNotebook, ownedText } from './owned-text';
import { resetPieces } from './reset-pieces';
import type { TextBlock } from './reading/text-blocks';
import { linesOf, readText } from './text-state';
import type { TextState } from './text-state';
import { piecesOfText, usualLines } from './text-units';
import { agreesWith } from './unit-agrees';

/** The whole text of a notebook. */
export function notebookText({ lines }: Pick<Notebook, 'lines'>): string {
  return lines.map(({ text }) => text).join('\n');
}

/** The text of a dataset: as it was last written, where the dataset remembers that, else as the page writes it. */
export function openNotebook(dataset: WholeDataset, context: NotebookContext): Notebook {
  const layout = layoutIn(dataset);
  const usual = usualLines(dataset);
  const order = usualOrder(dataset);
  const own = new Set(layout.flatMap(([what, unit]) => (what === 'as' ? [unit] : [])));
  let refused = new Set<UnitKey>();
  // What a dataset remembers holds only as far as it says what the dataset says; headings may decide that for others.
  for (;;) {
    const pieces = piecesOf(layout, order, usual, refused);
    const { state, owners } = ownedText(pieces, dataset, context, undefined);
    const wrong = [...owners].flatMap(([block, owner]) =>
      own.has(keyOf(owner)) && !refused.has(keyOf(owner)) && !agreesWith(block, owner, state, dataset)
        ? [keyOf(owner)]
        : [],
    );
    const isHeadWrong = own.has('head') && !refused.has('head') && !agreesWith(state.blocks[0], HEAD, state, dataset);
    if (wrong.length === 0 && !isHeadWrong) return freshNotebook(state, owners, dataset, dataset, context, undefined);
    refused = new Set([...refused, ...wrong, ...(isHeadWrong ? ['head'] : [])]);
  }
}

const HEAD: LineOwner = { kind: 'head', id: '' };

/**
 * Somebody typed, pasted, cut or moved: lines keep their records, and only what a changed line says changes in the
 * dataset. A line that was cut and comes back has its record again, with all that was known of it.
 */
export function retype(notebook: Notebook, text: string, context: NotebookContext): Notebook {
  const lines = linesOf(text);
  const { memory, dataset } = notebook;
  const matches = matchLines(
    notebook.lines.map((line) => line.text),
    lines,
  );
  const linesReadBefore = memory.reader.linesRead();
  const state = readText(lines, context.t, dataset, memory);
  const { owners, gone, cut } = ownersOfLines(notebook, state, matches);
  return notebookOfText(
    {
      state,
      ownerOf: owners,
      gone,
      before: dataset,
      linesReadBefore: state.reader === memory.reader ? linesReadBefore : 0,
      memory: { ...memory, cut },
    },
    context,
  );
}

/**
 * The dataset has changed elsewhere (table, panel, undo): only the lines of records that read otherwise now are written
 * anew, everything else stays as it is written. From then on the dataset is what lines are told apart from.
 */
export function resetTo(notebook: Notebook, dataset: WholeDataset, context: NotebookContext): Notebook {
  if (dataset === notebook.dataset) return notebook;
  const { memory, dataset: before } = notebook;
  const texts = notebook.lines.map(({ text }) => text);
  const state = readText(texts, context.t, before, memory);
  const owners = ownersAsTheyAre(notebook, state);
  const pieces = piecesOfText(texts, state.blocks, (block) => {
    const owner = block.kind === 'head' ? HEAD : owners.get(block);
    return owner && keyOf(owner);
  });
  const owned = ownedText(resetPieces(pieces, before, dataset), dataset, context, memory);
  return freshNotebook(owned.state, owned.owners, dataset, dataset, context, memory);
}

/** A notebook without some of its lines, whose dataset stays as it is but for what it remembers of its text. */
export function withoutLines(notebook: Notebook, dropped: ReadonlySet<number>, context: NotebookContext): Notebook {
  const { memory, dataset } = notebook;
  const kept = notebook.lines.filter((_, at) => !dropped.has(at));
  const state = readText(
    kept.map(({ text }) => text),
    context.t,
    dataset,
    memory,
  );
  const owners = ownersAsTheyAre({ lines: kept }, state);
  return freshNotebook(state, owners, dataset, dataset, context, memory);
}

function ownersAsTheyAre(notebook: Pick<Notebook, 'lines'>, state: TextState): ReadonlyMap<TextBlock, LineOwner> {
  return new Map(
    state.blocks.flatMap((block) => {
      const owner = notebook.lines[block.head]?.owner;
      return owner === undefined || block.kind === 'head' ? [] : [[block, owner] as const];
    }),
  );
}
