import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CsvMapping } from '../../src/formats/table/mapping';

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

/** How many votes the General Assembly has on record until January 2020. */
const VOTES = 870_109;
const ROLL_CALLS = 6203;
const NAMES = ['SECURITY COUNCIL ELECTIONS', 'UNRWA, ACTIVITIES', 'S.W. AFRICA TRUSTEESHIP', 'NUCLEAR "FREEZE"', ''];

interface Member {
  readonly name: string;
  readonly code: string;
  /** The first roll call in which it votes, and the first in which it doesn't any more. */
  readonly from: number;
  readonly to: number;
}

interface Votes {
  /** Header and rows. */
  readonly csv: string;
  /** How many there are, and how many of them are Namibia's, whose code many programs take for "not available". */
  readonly rows: number;
  readonly namibias: number;
}

/**
 * Made-up votes in the form, the number and with the oddities of the real ones: members that join over the years, some
 * without a code, names with commas and quotes, and roll calls without any.
 */
function makeVotes(): Votes {
  const members = [...nowMembers(), ...formerMembers()];
  const lines: string[] = [];
  let namibias = 0;
  for (let call = 0; lines.length < VOTES; call++) {
    const date = new Date(Date.UTC(1946, 0, 1 + Math.floor((call * 27_041) / ROLL_CALLS))).toISOString().slice(0, 10);
    const name = quoted(NAMES[call % NAMES.length] || `a roll call of session ${1 + Math.floor(call / 83)}`);
    for (const [index, { name: country, code, from, to }] of members.entries()) {
      if (call < from || call >= to || lines.length === VOTES) continue;
      const vote = ['yes', 'yes', 'yes', 'yes', 'abstain', 'no'][(call * 7 + index * 13) % 6];
      lines.push(`${date},${country},${code},${vote},${name}`);
      if (code === 'NA') namibias++;
    }
  }
  return { csv: `date,country,country_code,vote,short_name\n${lines.join('\n')}\n`, rows: lines.length, namibias };
}

/** The regions that the machine knows by name and two letters; a quarter from the first day, the others later. */
function nowMembers(): readonly Member[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => names.of(code));
  return codes.slice(0, 230).map((code, index) => ({
    name: quoted(names.of(code) ?? code),
    code,
    from: Math.max(0, (index % 4) * 2400 - 2400),
    to: Infinity,
  }));
}

function formerMembers(): readonly Member[] {
  return ['Czechoslovakia', 'German Democratic Republic', 'Zanzibar'].map((name, index) => ({
    name,
    code: '',
    from: index * 700,
    to: index * 700 + 1800,
  }));
}

/** Writes votes and descriptor into a folder as `un-votes.csv` and `un-votes.json`. */
export function writeVotes(folder: string): Pick<Votes, 'rows' | 'namibias'> {
  const { csv, rows, namibias } = makeVotes();
  writeFileSync(join(folder, 'un-votes.csv'), csv);
  writeFileSync(
    join(folder, 'un-votes.json'),
    JSON.stringify({ ...UN_VOTES_HEAD, rows: { csv: 'un-votes.csv', mapping: UN_VOTES_MAPPING } }),
  );
  return { rows, namibias };
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
