import type { Translate } from '../base/translate';
import type { Dataset } from './dataset';
import { countryName } from './event-prose';
import type { Filter } from './filter';
import { actorOf } from './lookups';
import type { CountryRole } from './vocabulary';
import { COUNTRY_ROLES } from './vocabulary';

/** An actor's label, or its id where the dataset on screen doesn't know it (a link made for another one). */
export function actorName(dataset: Dataset | undefined, id: string): string {
  return (dataset && actorOf(dataset, id)?.label) ?? id;
}

/** Whether roles stand as they do at the start: a country or actor counts when it acts. */
function rolesAreUsual(roles: readonly CountryRole[]): boolean {
  return roles.length === 1 && roles[0] === 'acting';
}

/** "acts or is the place", in the format's order whatever the order of ticking. */
export function rolesInWords(roles: readonly CountryRole[], t: Translate): string {
  const words = COUNTRY_ROLES.filter((role) => roles.includes(role)).map((role) => t(`countryRole.${role}`));
  return joinWords(words, 'disjunction', t);
}

/** The filter in one line, "Countries: Russia. Tone: conflict"; empty when nothing is asked for. */
export function filterInWords(filter: Filter, dataset: Dataset | undefined, t: Translate): string {
  const involved = filter.match === 'all' ? 'conjunction' : 'disjunction';
  const clauses = [
    clause(
      'countries',
      filter.countries.map((code) => countryName(code, t)),
      involved,
      t,
    ),
    clause(
      'actors',
      filter.actors.map((id) => actorName(dataset, id)),
      involved,
      t,
    ),
    clause(
      'types',
      filter.types.map((type) => t(`type.${type}`)),
      'disjunction',
      t,
    ),
    clause(
      'tones',
      filter.tones.map((tone) => t(`tone.${tone}`)),
      'disjunction',
      t,
    ),
    rolesAreUsual(filter.roles) || filter.countries.length + filter.actors.length === 0
      ? ''
      : t('filters.clauseRoles', { roles: rolesInWords(filter.roles, t) }),
    filter.text.trim() === '' ? '' : t('filters.clauseText', { text: filter.text.trim() }),
  ];
  return clauses.filter((words) => words !== '').join('. ');
}

function clause(
  facet: 'countries' | 'actors' | 'types' | 'tones',
  names: readonly string[],
  type: 'conjunction' | 'disjunction',
  t: Translate,
): string {
  return names.length === 0
    ? ''
    : t('filters.clause', { facet: t(`facet.${facet}`), names: joinWords(names, type, t) });
}

function joinWords(words: readonly string[], type: 'conjunction' | 'disjunction', t: Translate): string {
  return new Intl.ListFormat(t.locale, { type }).format(words);
}
