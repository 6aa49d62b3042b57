import { listInWords } from '../../../base/translate';
import type { Translate } from '../../../base/translate';
import type { TableFindings } from '../../../formats/table/findings';
import type { ColumnProfile } from '../../../formats/table/table-plan';
import type { DateDecision } from '../../../model/dates/reading/date-reading';
import type { ColumnMeaning } from '../../../formats/table/column-meanings';

/** What a column is told by: what stands in it, and what reading it found. */
export interface ColumnFacts {
  readonly profile: ColumnProfile;
  readonly meaning: ColumnMeaning;
  readonly findings: TableFindings;
  /** Rows that the profile was taken of. */
  readonly rows: number;
}

/** What was understood of a column, in sentences. */
export function columnInWords(facts: ColumnFacts, t: Translate): readonly string[] {
  const { profile, meaning, findings } = facts;
  switch (meaning) {
    case 'nothing':
      return [t('mapping.unused', { n: profile.distinct })];
    case 'date':
    case 'end': {
      const found = findings.dates.find(({ column }) => column === profile.header);
      return found === undefined ? [filledInWords(facts, t)] : datesInWords(found.decision, t);
    }
    case 'title':
      return titlesInWords(findings, t);
    case 'summary':
      return [filledInWords(facts, t), t('mapping.longest', { n: profile.longest })];
    case 'actor':
    case 'initiator':
    case 'target':
      return namesInWords(facts, t);
    case 'type':
      return typesInWords(facts, t);
    case 'place':
      return [t('mapping.places', { n: profile.distinct }), filledInWords(facts, t)];
    case 'source-address':
      return sourcesInWords(findings, t);
    case 'id':
      return findings.renamed === 0
        ? [distinctInWords(facts, t)]
        : [distinctInWords(facts, t), t('mapping.renamed', { n: findings.renamed })];
    case 'year':
    case 'month':
    case 'day':
    case 'time':
    case 'precision':
    case 'country':
    case 'source-name':
    case 'quote':
    case 'importance':
      return [distinctInWords(facts, t)];
  }
}

/** "45 dates have one reading, 12 have two, 3 rows have none. Day first: 144 can't be read otherwise." */
function datesInWords({ counts, order }: DateDecision, t: Translate): readonly string[] {
  const twoWays = order === 'asked' ? counts.either : 0;
  const parts = [
    t('mapping.dates.one', { n: counts.read - twoWays }),
    ...(twoWays === 0 ? [] : [t('mapping.dates.two', { n: twoWays })]),
    ...(counts.unread === 0 ? [] : [t('mapping.dates.unread', { n: counts.unread })]),
    ...(counts.empty === 0 ? [] : [t('mapping.dates.none', { n: counts.empty })]),
  ];
  const sentence = t('mapping.sentence', { text: listInWords(parts, t) });
  return order === 'cells' ? [sentence, ...decidedInWords(counts, t)] : [sentence];
}

function decidedInWords({ dayFirst, monthFirst }: DateDecision['counts'], t: Translate): readonly string[] {
  return dayFirst >= monthFirst
    ? [t('mapping.dates.dayFirst', { n: dayFirst })]
    : [t('mapping.dates.monthFirst', { n: monthFirst })];
}

function titlesInWords({ titles, events }: TableFindings, t: Translate): readonly string[] {
  const count =
    titles.distinct === events
      ? t('mapping.titles.distinct', { n: titles.distinct })
      : t('mapping.titles.some', { n: titles.distinct });
  return [
    count,
    t('mapping.longest', { n: titles.longest }),
    ...(titles.made === 0 ? [] : [t('mapping.titles.made', { n: titles.made })]),
  ];
}

function namesInWords({ profile, findings, rows }: ColumnFacts, t: Translate): readonly string[] {
  const found = findings.names.find(({ column }) => column === profile.header);
  if (found === undefined) return [filledInWords({ profile, rows }, t)];
  const names = t('mapping.names', { n: found.distinct });
  const nobody = found.rowsWithout === 0 ? [] : [t('mapping.names.nobody', { n: found.rowsWithout })];
  return [t('mapping.sentence', { text: listInWords([names, ...nobody], t) })];
}

function typesInWords(facts: ColumnFacts, t: Translate): readonly string[] {
  const { types } = facts.findings;
  if (types === undefined || types.column !== facts.profile.header) return [filledInWords(facts, t)];
  const unknown = types.words.filter(({ type }) => type === undefined).length;
  return [
    unknown === 0
      ? t('mapping.types.known', { n: types.words.length })
      : t('mapping.types.unknown', { n: types.words.length, unknown: t.number(unknown) }),
  ];
}

function sourcesInWords({ sources, records }: TableFindings, t: Translate): readonly string[] {
  const without = records - sources.rowsWith;
  return [
    t('mapping.sources', { n: sources.addresses, rows: t('mapping.inRows', { n: sources.rowsWith }) }),
    ...(without === 0 ? [] : [t('mapping.sources.none', { n: without })]),
  ];
}

function filledInWords({ profile, rows }: Pick<ColumnFacts, 'profile' | 'rows'>, t: Translate): string {
  const empty = rows - profile.filled;
  return empty <= 0 ? t('mapping.filled.all') : t('mapping.filled', { n: empty });
}

/** "27 different values; 3 rows have none." */
function distinctInWords(facts: ColumnFacts, t: Translate): string {
  return t('mapping.distinct', { n: facts.profile.distinct, filled: filledInWords(facts, t) });
}
