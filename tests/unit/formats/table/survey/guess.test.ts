import { describe, expect, test } from 'vitest';
import { english } from '../../../../../src/base/messages/en';
import { makeTranslate } from '../../../../../src/base/translate';
import { surveyTable } from '../../../../../src/formats/table/survey/survey-table';
import { textRecords } from '../../../../../src/formats/table/survey/text-records';
import { fileAtHand } from '../../../../support/file-at-hand';
import { GUESSED_TABLES } from './guessed-tables';
import { HELD_OUT_TABLES } from './held-out-tables';

const t = makeTranslate('en', english);

describe('what columns mean is guessed as a person would say it', () => {
  test.each([...GUESSED_TABLES, ...HELD_OUT_TABLES].map((table) => [table.name, table] as const))(
    '%s',
    async (_, { text, mapping }) => {
      const source = await textRecords(fileAtHand(text, { name: 'table.csv' }));
      if ('kind' in source) throw new Error(source.kind);
      const survey = await surveyTable([source], { t, signal: new AbortController().signal });
      expect(survey).toMatchObject({ ok: true });
      expect(survey?.ok === true && survey.plan.mapping).toEqual(mapping);
    },
  );
});
