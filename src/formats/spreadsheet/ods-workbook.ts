import type { Translate } from '../../base/translate';
import type { LoadProblem } from '../../model/load-problem';
import { makeOdsRows } from './ods-rows';
import { makeOdsStyles } from './ods-styles';
import type { OdsStyles } from './ods-styles';
import { surveyOds } from './ods-survey';
import type { OdsTable } from './ods-survey';
import { eachWindow, makeXmlReading } from './read-xml';
import type { XmlListener } from './read-xml';
import { excessProblem } from './sheet-problems';
import { noCounts } from './workbook';
import type { Sheet, SheetReader, SheetReading, Workbook } from './workbook';
import type { ZipParts } from './zip-parts';

const CONTENT = 'content.xml';

/** The tables of an ODS file (Open Document Format 1.3), all of which stand one after the other in one part. */
export async function openOds(
  zip: ZipParts,
  source: string,
  t: Translate,
  breathe: () => Promise<void>,
): Promise<Workbook | LoadProblem> {
  if (zip.has('META-INF/manifest.xml')) {
    const manifest = makeManifest();
    const fault = await zip.readXml('META-INF/manifest.xml', manifest.listener);
    if (fault !== undefined) return fault;
    if (manifest.isEncrypted()) return { kind: 'protected', source, detail: 'OpenDocument' };
  }
  const styles = makeOdsStyles();
  const problem = zip.has('styles.xml') ? await zip.readXml('styles.xml', styles.listener) : undefined;
  if (problem !== undefined) return problem;
  const content = zip.open(CONTENT);
  if ('kind' in content) return content;
  const tables = await surveyOds(content, styles, breathe);
  if ('kind' in tables) return tables;
  return { format: 'ODS', sheets: tables.map((table) => odsSheet(zip, table, styles, source, t)), notes: [] };
}

function makeManifest(): { readonly listener: XmlListener; readonly isEncrypted: () => boolean } {
  let isEncrypted = false;
  return {
    isEncrypted: () => isEncrypted,
    listener: {
      open: (name) => {
        if (name === 'encryption-data') isEncrypted = true;
      },
      close: () => undefined,
      text: () => undefined,
    },
  };
}

function odsSheet(zip: ZipParts, table: OdsTable, styles: OdsStyles, source: string, t: Translate): Sheet {
  const { name, style, first, hiddenRows, mergedCells, hasLinks } = table;
  return {
    name,
    isHidden: styles.isHidden(style),
    first: async () => first,
    survey: async () => ({ hiddenRows, mergedCells, links: new Map(), hasLinksInCells: hasLinks }),
    read: (take, turn) => readTable(zip, table, styles, { take, turn, source, t }),
  };
}

async function readTable(
  zip: ZipParts,
  { at }: OdsTable,
  styles: OdsStyles,
  { take, turn, source, t }: SheetReader,
): Promise<SheetReading> {
  const opened = zip.open(CONTENT);
  if ('kind' in opened) return { problem: opened, isWhole: false, counts: noCounts() };
  const rows = makeOdsRows(styles, take);
  const xml = makeXmlReading(rows.listener, true);
  let passed = 0;
  const problem = await eachWindow(
    opened,
    (text) => {
      const from = Math.max(0, at - passed);
      passed += text.length;
      return from >= text.length || (xml.push(text.slice(from)) && !rows.isOver());
    },
    turn,
  );
  const excess = rows.excess();
  const fault = rows.hasEnded() ? undefined : xml.fault();
  return {
    counts: rows.counts,
    isWhole: rows.hasEnded(),
    problem:
      problem ??
      (excess !== undefined
        ? excessProblem(excess, source, t)
        : fault === undefined
          ? undefined
          : zip.damaged(CONTENT, fault.line, fault.column)),
  };
}
