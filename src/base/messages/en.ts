import actors from './en/actors.json';
import bar from './en/bar.json';
import chart from './en/chart.json';
import check from './en/check.json';
import chronology from './en/chronology.json';
import convert from './en/convert.json';
import dates from './en/dates.json';
import event from './en/event.json';
import faults from './en/faults.json';
import files from './en/files.json';
import filter from './en/filter.json';
import help from './en/help.json';
import imported from './en/imported.json';
import list from './en/list.json';
import mapping from './en/mapping.json';
import merge from './en/merge.json';
import notices from './en/notices.json';
import overview from './en/overview.json';
import open from './en/open.json';
import packed from './en/packed.json';
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
import writtenPage from './en/written-page.json';
import type { Message } from './message';

/** In ICU MessageFormat as the files have it, or as data where build/message-catalogues.ts has compiled it. */
const messages = {
  ...actors,
  ...bar,
  ...chart,
  ...check,
  ...chronology,
  ...convert,
  ...dates,
  ...event,
  ...faults,
  ...files,
  ...filter,
  ...help,
  ...imported,
  ...list,
  ...mapping,
  ...merge,
  ...notices,
  ...overview,
  ...open,
  ...packed,
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
  ...writtenPage,
};

export type MessageKey = keyof typeof messages;

/**
 * All of English, the language every other catalogue is made from. Keys are `area.thing`. The page itself loads it unit
 * by unit (load-messages.ts).
 */
export const english: Readonly<Record<MessageKey, Message>> = messages;
