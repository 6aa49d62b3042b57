import { expect, it } from 'vitest';
import { TYPE_WORDS } from '../../../../src/base/messages/type-words';
import { fileAtHand } from '../../../support/file-at-hand';
import { opened } from '../../../support/open-files';
import type { OpenedData } from '../../../support/open-files';

async function ofWords(words: readonly string[]): Promise<OpenedData> {
  const rows = words.map((word, index) => `2016-02-${String(index + 10)},Event ${index},${word}`);
  return opened([fileAtHand(`Date,Title,Type\n${rows.join('\n')}\n`, { name: 'sheet.csv' })]);
}

it.each([
  [
    'talks',
    ['Meeting', 'phone call', 'Phone-call', 'Summit', 'Letter', 'Встреча', 'визит', 'القمة', 'Réunion', 'reunion'],
  ],
  ['agreement', ['Treaty', 'Ratification', 'Договорённость', 'Меморандум', 'اتفاقية', 'accord', 'Traité']],
  ['ceasefire', ['truce', 'Armistice', 'Cease-fire', 'Перемирие', 'الهدنة', 'Cessez-le-feu']],
  ['military', ['Strike', 'SHELLING', 'обстрел', 'هجوم', 'Bombardement']],
  ['criticism', ['Protest note', 'нота протеста', 'مذكرة احتجاج', 'Condamnation']],
  ['warning', ['threat', 'Ультиматум', 'تهديد', 'Menace']],
  ['sanctions', ['Embargo', 'Эмбарго', 'عقوبات']],
  ['resolution', ['Veto', 'Vote', 'Голосование', 'تصويت', 'scrutin']],
  ['humanitarian', ['Aid', 'Convoy', 'конвой', 'قافلة', 'Aide']],
  ['appointment', ['Nomination', 'назначение', 'تعيين', 'désignation']],
] as const)('words that people use for %s are known in a column of types', async (type, words) => {
  const { outcome, events } = await ofWords(words);
  expect(events().map((event) => event.type)).toEqual(words.map(() => type));
  expect(outcome.findings?.types?.words.map((each) => each.type)).toEqual(words.map(() => type));
});

it('words that may mean several things, or hold more than a word for a type, are counted and nothing else', async () => {
  const words = ['Protest', 'Appel', 'Meeting cancelled', 'no agreement', 'Other', 'Protest'];
  const { outcome, events } = await ofWords(words);
  expect(events().map(({ type }) => type)).toEqual(words.map(() => undefined));
  expect(outcome.findings?.types?.words[0]).toEqual({ word: 'Protest', count: 2, type: undefined });
});

it('no word stands for two types', () => {
  const all = Object.values(TYPE_WORDS).flatMap((words) => words.split('|'));
  expect(all.filter((word, index) => word.trim() === '' || all.indexOf(word) !== index)).toEqual([]);
});
