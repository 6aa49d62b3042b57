import type { TableMapping } from '../table-mapping';
import { known, knownColumns } from './known-columns';
import type { NamedLook, Preset, PresetFinding, PresetLook } from './preset';

/**
 * Words for votes, and the numbers of Voeten's files (Bailey, Strezhnev, Voeten 2017: 1 yes, 2 abstain, 3 no, 8 absent, 9 not
 * a member).
 */
const VOTE_WORDS = {
  1: 'yes',
  2: 'abstained',
  3: 'no',
  8: 'absent',
  9: 'not a member',
  abstain: 'abstained',
} as const;
/** Whoever casts one of these takes part, alike: none of them does anything to another. Who is absent doesn't. */
const CAST = ['yes', 'no', 'abstained'] as const;
/** Members named of those who voted otherwise than most. */
const MOST_NAMED = 20;

/** Roll calls of the UN General Assembly: who voted how, what was voted on, and what it was about, in one file or three. */
export const rollCalls: Preset = {
  id: 'un-roll-calls',
  name: 'UN General Assembly',
  find: (look, others) => {
    const columns = knownColumns(look.headers ?? []);
    if (!columns.has('rcid')) return undefined;
    if (columns.has('vote')) return votes(look, others);
    const date = columns.get('date');
    if (date !== undefined && columns.count(['session', 'unres', 'short', 'descr', 'importantvote']) >= 2)
      return { mapping: rollCall(columns.get, date) };
    if (columns.has('issue')) return { mapping: {}, missing: (t) => t('preset.un.issuesAlone') };
    return undefined;
  },
};

function rollCall(get: (name: string) => string | undefined, date: string): TableMapping {
  const column = (name: string): string => get(name) ?? name;
  return known({
    preset: 'un-roll-calls',
    date,
    id: get('rcid'),
    title: 'Title',
    summary: get('descr'),
    type: 'resolution' as const,
    derive: [{ as: 'Title', first: [column('short'), column('descr'), column('unres')] }],
  });
}

function votes({ headers = [] }: PresetLook, others: readonly NamedLook[]): PresetFinding {
  const own = knownColumns(headers);
  const calls = others.find((other) => {
    const columns = knownColumns(other.headers ?? []);
    return columns.has('rcid', 'date') && !columns.has('vote');
  });
  const theirs = knownColumns(calls?.headers ?? []);
  const get = (name: string): string | undefined => own.get(name) ?? theirs.get(name);
  const date = own.get('date') ?? theirs.get('date') ?? own.get('year');
  if (date === undefined) return { mapping: {}, missing: (t) => t('preset.un.votesAlone') };
  const rcid = own.get('rcid') ?? 'rcid';
  const country = ['country', 'Countryname', 'member', 'stabb', 'ccode']
    .map(own.get)
    .find((name) => name !== undefined);
  const code = own.get('country_code');
  const { derive = [], id: _id, ...call } = rollCall(get, date);
  const who = country ?? 'country';
  const actor = { column: 'Voter', role: 'party' as const, kind: 'government' as const };
  return {
    mapping: {
      ...call,
      title: `{${who}} ({Vote}): {Title}`,
      summary: 'Summary',
      actors: [code === undefined ? actor : { ...actor, countryColumn: code }],
      derive: [
        ...derive,
        { as: 'Summary', first: [get('descr') ?? 'descr'] },
        { as: 'Vote', of: own.get('vote') ?? 'vote', values: VOTE_WORDS, otherwise: 'as-is' },
        { as: 'Voter', of: who, when: { column: 'Vote', values: CAST } },
      ],
      regroup: {
        ...(calls === undefined ? {} : { join: [{ file: calls.name, key: theirs.get('rcid') ?? 'rcid', on: rcid }] }),
        group: {
          by: [rcid],
          title: 'Title',
          id: rcid,
          tally: {
            column: 'Vote',
            as: 'Summary',
            compose: '{Summary}[\n{}]',
            names: { column: who, of: CAST, most: MOST_NAMED, more: 'and {} more' },
          },
        },
      },
    },
    notes: (t) => [{ kind: 'settled', text: t('preset.un.votes') }],
  };
}

/** Vetoes in the UN Security Council (World Politics Data Lab): up to three members a draft, and a column of 0 and 1 for each. */
export const vetoes: Preset = {
  id: 'unsc-vetoes',
  name: 'UN Security Council',
  find: ({ headers = [] }) => {
    const columns = knownColumns(headers);
    const members = ['member_veto1', 'member_veto2', 'member_veto3'].flatMap((name) => columns.get(name) ?? []);
    const date = columns.get('date');
    if (members.length === 0 || date === undefined) return undefined;
    const column = (name: string): string => columns.get(name) ?? name;
    return {
      mapping: {
        preset: 'unsc-vetoes',
        date,
        title: column('agenda_item'),
        summary: 'Summary',
        actors: members.map((member) => ({
          column: member,
          role: 'initiator',
          kind: 'government',
          countryColumn: `${member}: country`,
        })),
        type: 'resolution',
        tone: 'conflict',
        source: { name: column('meeting_record'), kind: 'official' },
        derive: [
          ...members.map((member) => ({ as: `${member}: country`, of: member, lookUp: 'country-name' as const })),
          {
            as: 'Summary',
            compose: `{${column('crisis_topic')}}[ ({${column('region')}})][. Draft {${column('draft')}}]`,
          },
        ],
      },
      notes: (t) => [{ kind: 'settled', text: t('preset.vetoes.members', { n: members.length }) }],
    };
  },
};
