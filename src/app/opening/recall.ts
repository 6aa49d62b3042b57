import type { Translate } from '../../base/translate';
import { headingsKey, readMappingText } from '../../formats/table/mapping-file';
import type { TableMapping } from '../../formats/table/table-mapping';
import type { TableSurvey } from '../../formats/table/table-plan';
import { rememberMapping, rememberedMapping } from '../../ui/open/mapping/remembered-mappings';

/** How a table with these headings was read last, for this one; undefined where none was, or it can't be used any more. */
export function recalledMapping(survey: TableSurvey, t: Translate): TableMapping | undefined {
  const text = rememberedMapping(keyOf(survey));
  const read = text === undefined ? undefined : readMappingText(text, t);
  return read?.ok === true ? { ...read.mapping, layout: survey.layout } : undefined;
}

/** The next table with these headings is guessed anew. */
export function forgetMapping(survey: TableSurvey): void {
  rememberMapping(keyOf(survey), undefined);
}

function keyOf({ columns }: TableSurvey): string {
  return headingsKey(columns.map(({ header }) => header));
}
