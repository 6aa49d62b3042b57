import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { csvParse } from 'd3';
import type { CsvMapping } from '../../src/formats/table/mapping';

const samples = resolve(import.meta.dirname, '../../../shared/samples/un-general-assembly-votes');

/** Whether the sample of the votes in the UN General Assembly is here. */
export const hasUnVotes = existsSync(join(samples, 'un_votes.csv.gz'));

/** What the columns of the joined votes mean. */
export const UN_VOTES_MAPPING: CsvMapping = {
  date: { column: 'date', format: 'iso' },
  title: '{country} votes {vote} on {short_name}',
  actors: [{ column: 'country', kind: 'government', countryColumn: 'country_code' }],
  type: 'resolution',
  tone: { column: 'vote', values: { yes: 'cooperation', no: 'conflict', abstain: 'neutral' } },
  restsOn: 'voeten',
};

/** The dataset around them, whose rows stand in a CSV beside it. */
export const UN_VOTES_HEAD = {
  schemaVersion: '1.0',
  id: 'un-votes',
  title: 'Votes in the UN General Assembly, 1946 to 2020',
  asOf: '2020-01-14',
  description: 'Every recorded vote of every country. Names of roll calls as the source gives them.',
  sources: [
    {
      id: 'voeten',
      kind: 'reference',
      title: 'United Nations General Assembly Voting Data',
      publisher: 'Erik Voeten, Harvard Dataverse',
      url: 'https://doi.org/10.7910/DVN/LEJUQZ',
      grade: 'B',
    },
  ],
};

interface UnVotes {
  /** Header and rows. */
  readonly csv: string;
  readonly rows: number;
}

/** Votes joined to their roll calls for date and short title; at most `most` of them, spread evenly over the file. */
function unVotes(most = Infinity): UnVotes {
  const calls = new Map(
    csvParse(unzipped('un_roll_calls.csv.gz')).map(({ rcid, date, short, unres, session }) => [
      rcid,
      [date ?? '', short || (unres ? `resolution ${unres}` : `a roll call of session ${session}`)] as const,
    ]),
  );
  const votes = unzipped('un_votes.csv.gz').trimEnd().split(/\r?\n/).slice(1);
  const step = Math.max(1, votes.length / most);
  const count = Math.min(votes.length, most);
  const lines = ['date,country,country_code,vote,short_name'];
  for (let index = 0; index < count; index++) {
    // No cell of the votes is quoted; those of the roll calls are.
    const [rcid = '', country, code, vote] = (votes[Math.floor(index * step)] ?? '').split(',');
    const [date, short] = calls.get(rcid) ?? ['', ''];
    lines.push(`${date},${country},${code},${vote},${quoted(short)}`);
  }
  return { csv: `${lines.join('\n')}\n`, rows: count };
}

/** Writes votes and descriptor into a folder as `un-votes.csv` and `un-votes.json`; gives how many votes there are. */
export function writeUnVotes(folder: string, most = Infinity): number {
  const { csv, rows } = unVotes(most);
  writeFileSync(join(folder, 'un-votes.csv'), csv);
  writeFileSync(
    join(folder, 'un-votes.json'),
    JSON.stringify({ ...UN_VOTES_HEAD, rows: { csv: 'un-votes.csv', mapping: UN_VOTES_MAPPING } }),
  );
  return rows;
}

function unzipped(name: string): string {
  return gunzipSync(readFileSync(join(samples, name))).toString('utf8');
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
