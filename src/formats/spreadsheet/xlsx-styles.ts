import { GENERAL, numberFormat } from './number-format';
import type { NumberFormat } from './number-format';
import type { XmlListener } from './read-xml';

/** The formats of numbers by a cell's style. */
export type CellFormats = readonly NumberFormat[];

/** Listens to `xl/styles.xml`; of it only what numbers look like. */
export function makeStyles(): { readonly listener: XmlListener; readonly formats: () => CellFormats } {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isInCells = false;
  return {
    listener: {
      open: (name, attributes) => {
        if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        else if (name === 'cellXfs') isInCells = true;
        else if (name === 'xf' && isInCells) ids.push(Number(attributes['numFmtId'] ?? 0));
      },
      close: (name) => {
        if (name === 'cellXfs') isInCells = false;
      },
      text: () => undefined,
    },
    formats: () => {
      const known = new Map<number, NumberFormat>();
      return ids.map((id) => {
        const format = known.get(id) ?? (Number.isNaN(id) ? GENERAL : numberFormat(id, codes));
        known.set(id, format);
        return format;
      });
    },
  };
}
