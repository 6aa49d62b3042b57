import type { Message } from './message';
import actors from './en/actors.json';
import bar from './en/bar.json';
import chart from './en/chart.json';
import check from './en/check.json';
import chronology from './en/chronology.json';
import convert from './en/convert.json';
import dates from './en/dates.json';
import edit from './en/edit.json';
import event from './en/event.json';
import exports from './en/exports.json';
import faults from './en/faults.json';
import files from './en/files.json';
import filter from './en/filter.json';
import give from './en/give.json';
import grid from './en/grid.json';
import help from './en/help.json';
import imported from './en/imported.json';
import keep from './en/keep.json';
import list from './en/list.json';
import mapping from './en/mapping.json';
import merge from './en/merge.json';
import notebook from './en/notebook.json';
import notices from './en/notices.json';
import open from './en/open.json';
import shelf from './en/shelf.json';
import overview from './en/overview.json';
import packed from './en/packed.json';
import pageFile from './en/page-file.json';
import panel from './en/panel.json';
import picture from './en/picture.json';
import presets from './en/presets.json';
import print from './en/print.json';
import readings from './en/readings.json';
import rejections from './en/rejections.json';
import relations from './en/relations.json';
import seasons from './en/seasons.json';
import sentences from './en/sentences.json';
import settings from './en/settings.json';
import share from './en/share.json';
import sheets from './en/sheets.json';
import shell from './en/shell.json';
import survey from './en/survey.json';
import vocabulary from './en/vocabulary.json';
import write from './en/write.json';
import writtenPage from './en/written-page.json';

/** In ICU MessageFormat as the files have it, or as data where build/message-catalogues.ts has compiled it. */
const messages = {
  ...actors,
  ...bar,
  ...chart,
  ...check,
  ...chronology,
  ...convert,
  ...dates,
  ...edit,
  ...event,
  ...exports,
  ...faults,
  ...files,
  ...filter,
  ...give,
  ...grid,
  ...help,
  ...imported,
  ...keep,
  ...list,
  ...mapping,
  ...merge,
  ...notebook,
  ...notices,
  ...open,
  ...shelf,
  ...overview,
  ...packed,
  ...pageFile,
  ...panel,
  ...picture,
  ...presets,
  ...print,
  ...readings,
  ...rejections,
  ...relations,
  ...seasons,
  ...sentences,
  ...settings,
  ...share,
  ...sheets,
  ...shell,
  ...survey,
  ...vocabulary,
  ...write,
  ...writtenPage,
};

export type MessageKey = keyof typeof messages;

/**
 * All of English, the language every other catalogue is made from. Keys are `area.thing`. The page itself loads it unit
 * by unit (load-messages.ts).
 */
export const english: Readonly<Record<MessageKey, Message>> = messages;
