import type { Translate } from '../../base/translate';
import { meaningOf, withMeaning } from '../../formats/table/column-meanings';
import { answered, withSeparator, withSuggestion, withTitle } from '../../formats/table/mapping-edits';
import { headingsKey, mappingText, readMappingText } from '../../formats/table/mapping-file';
import { previewTable } from '../../formats/table/preview';
import { questionsOf, suggestionsOf } from '../../formats/table/table-questions';
import { guessMapping } from '../../formats/table/survey/guess';
import { readDate } from '../../model/dates/reading/read-date';
import type { TableTools } from '../../ui/open/table-tools';

/** The code of formats that the mapping step works with. */
export function makeTableTools(t: Translate): TableTools {
  return {
    preview: (survey, mapping) => previewTable(survey, mapping, t, { languages: [t.locale] }),
    open: (survey, mapping, findings) => ({
      questions: questionsOf(survey, findings, mapping),
      suggestions: suggestionsOf(survey, findings, mapping),
    }),
    guess: guessMapping,
    meaningOf,
    withMeaning,
    answered,
    accepted: withSuggestion,
    withSeparator,
    withTitle,
    headingsKey,
    readDate,
    mappingText,
    readMapping: (text) => readMappingText(text, t),
  };
}
