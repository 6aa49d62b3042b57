import { andThen } from '../../../base/awaitable';
import type { Awaitable } from '../../../base/awaitable';
import type { Translate } from '../../../base/translate';
import type { Rejection } from '../../../model/rejection';
import { textOfFile } from '../../imported/file-text';
import type { ImportedPlan } from '../../imported/imported-reader';
import { NOTHING_OPEN } from '../../reader';
import type { Reader, Survey } from '../../reader';
import type { Notebook } from '../notebook-types';
import { readNotebookFile } from '../read-notebook';

/** Reads saved notebooks: all of a dataset, and the lines of its text that belong to no record. */
export const notebookReader: Reader<ImportedPlan> = {
  survey: ([file], { t }) =>
    file === undefined
      ? undefined
      : andThen(textOfFile(file), (found): Awaitable<Survey<ImportedPlan> | undefined> => {
          if ('kind' in found) return { ok: false, problem: found };
          return surveyed(found.text, file.name, t);
        }),
  read: (_, { dataset, events, rejections }, { into }) => {
    into.setDataset(dataset);
    for (const event of events) into.add(event);
    return { rejections, problem: undefined };
  },
};

function surveyed(text: string, source: string, t: Translate): Survey<ImportedPlan> | undefined {
  const name = source.slice(source.lastIndexOf('/') + 1).replace(/\.[a-z]{1,4}$/i, '');
  const { notebook, dataset } = readNotebookFile(text, name === '' ? 'notebook' : name, { t });
  const { events, ...head } = dataset;
  // Prose may have a line that looks like one of ours.
  if (events.length === 0 && notebook.counts.unread > 0) return undefined;
  return {
    ok: true,
    plan: {
      ...NOTHING_OPEN,
      source,
      dataset: head,
      events,
      counts: { records: events.length + notebook.counts.unread, events: events.length },
      rejections: unreadLines(notebook, t),
      isRead: true,
    },
  };
}

/** Lines that aren't read stay in the text; what they would be is told. */
function unreadLines({ lines, readings }: Notebook, t: Translate): readonly Rejection[] {
  return lines.flatMap(({ text }, at): readonly Rejection[] => {
    const reading = readings[at];
    if (reading?.kind !== 'unread') return [];
    return [
      {
        where: t('position.line', { line: at + 1 }),
        record: undefined,
        field: '',
        found: text.slice(0, 80),
        expected: t('chronology.expected.date'),
        effect: 'left-out',
      },
    ];
  });
}
