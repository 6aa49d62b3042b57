import { GENERAL } from './number-format';
import type { NumberFormat } from './number-format';
import type { XmlListener } from './read-xml';

/** Styles of an OpenDocument file, by their names. */
export interface OdsStyles {
  readonly listener: XmlListener;
  /** What numbers look like in cells of a style; undefined where it says nothing of it. */
  readonly formatOf: (style: string | undefined) => NumberFormat | undefined;
  /** Whether a table of this style isn't shown. */
  readonly isHidden: (style: string | undefined) => boolean;
}

interface CellStyle {
  readonly data: string | undefined;
  readonly parent: string | undefined;
}

/** Parents of parents are followed so far. */
const MOST_PARENTS = 20;

/** Listens to `styles.xml`, and to `content.xml` before its tables (Open Document Format 1.3, part 3, section 16). */
export function makeOdsStyles(): OdsStyles {
  const cells = new Map<string, CellStyle>();
  const formats = new Map<string, NumberFormat>();
  const hidden = new Set<string>();
  let style = '';
  let data: string | undefined;
  const add = (more: Partial<NumberFormat>): void => {
    if (data !== undefined) formats.set(data, { ...GENERAL, ...formats.get(data), ...more });
  };
  return {
    listener: {
      open: (name, attributes) => {
        const own = attributes['style:name'];
        if (name === 'style' && own !== undefined) {
          style = own;
          cells.set(own, { data: attributes['style:data-style-name'], parent: attributes['style:parent-style-name'] });
        } else if (name === 'table-properties' && attributes['table:display'] === 'false') hidden.add(style);
        else if (DATA_STYLES.has(name) && own !== undefined) {
          data = own;
          add({ isPercent: name === 'percentage-style' });
          // Hours beyond a day are counted on.
          if (name === 'time-style')
            add({ hasTime: true, isElapsed: attributes['number:truncate-on-overflow'] === 'false' });
        } else add(partOf(name, attributes));
      },
      close: (name) => {
        if (DATA_STYLES.has(name)) data = undefined;
      },
      text: () => undefined,
    },
    isHidden: (name) => name !== undefined && hidden.has(name),
    formatOf: (name) => {
      let at = name;
      for (let step = 0; at !== undefined && step < MOST_PARENTS; step++) {
        const found = cells.get(at);
        if (found?.data !== undefined) return formats.get(found.data);
        at = found?.parent;
      }
      return undefined;
    },
  };
}

const DATA_STYLES = new Set(['date-style', 'time-style', 'number-style', 'percentage-style', 'currency-style']);

function partOf(name: string, attributes: Readonly<Record<string, string>>): Partial<NumberFormat> {
  switch (name) {
    case 'year':
    case 'era':
      return { hasYear: true };
    case 'month':
    case 'quarter':
      return { hasMonth: true };
    case 'day':
    case 'day-of-week':
    case 'week-of-year':
      return { hasDay: true };
    case 'hours':
    case 'minutes':
    case 'seconds':
    case 'am-pm':
      return { hasTime: true };
    case 'number': {
      const digits = Number(attributes['number:min-integer-digits'] ?? 0);
      return { leastDigits: digits > 1 ? Math.min(digits, 30) : 0 };
    }
    default:
      return {};
  }
}
