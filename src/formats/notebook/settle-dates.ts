import type { DateReading } from '../../model/dates/reading/date-reading';
import { edtfSpelling } from './date-spelling';
import { retype } from './typed-notebook';
import type { Notebook, NotebookContext } from './notebook-types';
import type { TextBlock } from './reading/text-blocks';
import { readText } from './text-state';

/**
 * A date that can be read more than one way is decided, `allLikeIt` for all that leave the same open: the text gets a
 * spelling with one reading. `line` counts from 0, `way` in the reading's alternatives.
 */
export function settle(
  notebook: Notebook,
  line: number,
  way: number,
  allLikeIt: boolean,
  context: NotebookContext,
): Notebook {
  const chosen = notebook.readings[line]?.date?.alternatives[way];
  if (chosen === undefined) return notebook;
  const texts = notebook.lines.map(({ text }) => text);
  const state = readText(texts, context.t, notebook.dataset, notebook.memory);
  const language = notebook.dataset.language;
  for (const block of state.blocks) {
    const date = state.dateOf(block);
    if (date?.sure !== 'two-ways' || block.dateText === undefined) continue;
    if (block.head !== line && !allLikeIt) continue;
    const alike =
      block.head === line
        ? chosen
        : date.alternatives.find(({ order, lastYear }) => order === chosen.order && lastYear === chosen.lastYear);
    if (alike !== undefined) respell(texts, block, spellingOf(alike.edtf, date, language));
  }
  return retype(notebook, texts.join('\n'), context);
}

/** How many dates leave the same open as this line's: "the same for all 4 like it". */
export function alikeToSettle(notebook: Notebook, line: number): number {
  const wanted = waysKey(notebook.readings[line]?.date);
  return wanted === undefined ? 0 : notebook.readings.filter(({ date }) => waysKey(date) === wanted).length;
}

function waysKey(date: DateReading | undefined): string | undefined {
  if (date?.sure !== 'two-ways') return undefined;
  return JSON.stringify(date.alternatives.map(({ order, lastYear }) => [order, lastYear]));
}

function spellingOf(edtf: string, { civilTime, notes }: DateReading, language: string | undefined): string {
  const day = edtfSpelling(edtf, language);
  if (civilTime === undefined) return day;
  const zone = notes.find(({ about }) => about === 'zone');
  return `${day}, ${civilTime}${zone?.about === 'zone' ? ` ${zone.zone}` : ''}`;
}

/** In its own line, or in that of the day above, where the line has none. */
function respell(texts: string[], { head, dateText = '' }: TextBlock, spelling: string): void {
  for (let at = head; at >= 0; at -= 1) {
    const line = texts[at] ?? '';
    const from = line.indexOf(dateText);
    if (from < 0) continue;
    texts[at] = line.slice(0, from) + spelling + line.slice(from + dateText.length);
    return;
  }
}
