import { runInSlices } from '../../base/slices';
import { MOST_JSON_BYTES } from '../json/read-dataset';
import type { Reader } from '../reader';
import type { RecordSource } from '../record-source';
import { surveyTable } from '../table/survey/survey-table';
import { tableReader } from '../table/table-reader';
import type { TablePlan } from '../table/table-plan';
import { jsonRecords } from './json-records';

/** Reads lists of JSON objects as tables: their keys are the headers. */
export const jsonRecordsReader: Reader<TablePlan> = {
  survey: async (files, options) => {
    const sources: RecordSource[] = [];
    for (const file of files) {
      const text = await file.text(MOST_JSON_BYTES);
      if (typeof text !== 'string') return { ok: false, problem: text };
      const source = await runInSlices(jsonRecords(text.replace(/^\uFEFF/, ''), file.name), options, options.heard);
      if (source === undefined) return undefined;
      sources.push(source);
    }
    return surveyTable(sources, options);
  },
  read: (files, plan, options) => tableReader.read(files, plan, options),
};
