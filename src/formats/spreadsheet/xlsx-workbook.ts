import type { Translate } from '../../base/translate';
import type { LoadProblem } from '../../model/load-problem';
import { eachWindow, makeXmlReading } from './read-xml';
import type { XmlListener } from './read-xml';
import { SHEET_LIMITS } from './sheet-limits';
import { excessProblem } from './sheet-problems';
import { MOST_FIRST_ROWS, noCounts } from './workbook';
import type { Sheet, SheetReader, SheetReading, SheetRow, Workbook } from './workbook';
import { makeXlsxRows } from './xlsx-rows';
import type { XlsxContext } from './xlsx-rows';
import { makeStyles } from './xlsx-styles';
import { surveyXlsxSheet } from './xlsx-survey';
import type { Relations } from './xlsx-survey';
import { makeSharedTexts } from './xlsx-texts';
import type { ZipParts } from './zip-parts';

const PROPERTIES = 'docProps/app.xml';

interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  /** Id of the part that it stands in. */
  readonly id: string;
}

/** The parts of an XLSX file (ECMA-376) that sheets are read by; the sheets themselves are opened when they are read. */
export async function openXlsx(zip: ZipParts, source: string, t: Translate): Promise<Workbook | LoadProblem> {
  const root = await relationsOf(zip, '');
  if ('problem' in root) return root.problem;
  const bookPart = root.parts.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const book = makeBook();
  const fault = await zip.readXml(bookPart, book.listener);
  if (fault !== undefined) return fault;
  const relations = await relationsOf(zip, bookPart);
  if ('problem' in relations) return relations.problem;
  const context = await contextOf(zip, relations.parts, source, t);
  if ('kind' in context) return context;
  const era = book.is1904() ? '1904' : await eraOf(zip);
  const whole = { ...context, era } as const;
  const sheets = book.sheets.flatMap((entry) => {
    const part = relations.parts.find(({ id }) => id === entry.id);
    // A sheet that is a chart has no cells.
    return part?.type.endsWith('/worksheet') === true ? [xlsxSheet(zip, entry, part.target, whole, source, t)] : [];
  });
  return { format: 'XLSX', sheets, notes: book.is1904() ? [{ about: 'era-1904', n: 1 }] : [] };
}

/** Which program wrote it stands in a part that it may lack, or that may be broken: then it is Excel's way. */
async function eraOf(zip: ZipParts): Promise<'1900' | 'plain'> {
  if (!zip.has(PROPERTIES)) return '1900';
  let isInside = false;
  let program = '';
  await zip.readXml(PROPERTIES, {
    open: (name) => {
      isInside = name === 'Application';
    },
    close: () => {
      isInside = false;
    },
    text: (text) => {
      if (isInside) program += text;
    },
  });
  return /^\s*(?:LibreOffice|OpenOffice|Apache OpenOffice|Collabora)/i.test(program) ? 'plain' : '1900';
}

function makeBook() {
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  const listener: XmlListener = {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      sheets.push({ name: attributes['name'] ?? '', isHidden: (attributes['state'] ?? 'visible') !== 'visible', id });
    },
    close: () => undefined,
    text: () => undefined,
  };
  return { sheets, listener, is1904: () => is1904 };
}

async function contextOf(
  zip: ZipParts,
  parts: readonly Relation[],
  source: string,
  t: Translate,
): Promise<Omit<XlsxContext, 'era'> | LoadProblem> {
  const part = (type: string): string | undefined => parts.find((each) => each.type.endsWith(type))?.target;
  const styles = makeStyles();
  const shared = makeSharedTexts();
  for (const [name, { listener }] of [
    [part('/styles'), styles],
    [part('/sharedStrings'), shared],
  ] as const) {
    // A file without dates or texts may leave them out.
    const problem = name === undefined || !zip.has(name) ? undefined : await zip.readXml(name, listener);
    if (problem !== undefined) return problem;
  }
  if (shared.isTooMany())
    return { kind: 'too-large', source, detail: t('sheet.moreShared', { max: SHEET_LIMITS.shared }) };
  return { texts: shared.texts, formats: styles.formats() };
}

function xlsxSheet(
  zip: ZipParts,
  { name, isHidden }: SheetEntry,
  part: string,
  context: XlsxContext,
  source: string,
  t: Translate,
): Sheet {
  return {
    name,
    isHidden,
    survey: async (breathe) => {
      const relations = await relationsOf(zip, part);
      const opened = zip.open(part);
      if ('kind' in opened) return opened;
      return surveyXlsxSheet(opened, 'problem' in relations ? new Map() : addresses(relations.parts), breathe);
    },
    first: async (breathe) => {
      const rows: SheetRow[] = [];
      const take = (row: SheetRow): boolean => rows.push(row) < MOST_FIRST_ROWS;
      const turn = async (): Promise<boolean> => breathe().then(() => true);
      const { problem } = await readSheet(zip, part, context, { take, turn, source, t });
      // What is wrong further on is told where reading comes to it.
      return rows.length === 0 && problem !== undefined ? problem : rows;
    },
    read: (take, turn) => readSheet(zip, part, context, { take, turn, source, t }),
  };
}

async function readSheet(
  zip: ZipParts,
  part: string,
  context: XlsxContext,
  { take, turn, source, t }: SheetReader,
): Promise<SheetReading> {
  const opened = zip.open(part);
  if ('kind' in opened) return { problem: opened, isWhole: false, counts: noCounts() };
  const rows = makeXlsxRows(context, take);
  const xml = makeXmlReading(rows.listener);
  let isStopped = false;
  const problem = await eachWindow(
    opened,
    (text) => xml.push(text) && !rows.isOver(),
    async (done) => {
      isStopped = !(await turn(done));
      return !isStopped;
    },
  );
  const excess = rows.excess();
  const isWhole = problem === undefined && !rows.isOver() && !isStopped;
  if (isWhole) xml.finish();
  const fault = xml.fault();
  return {
    counts: rows.counts,
    isWhole: isWhole && fault === undefined,
    problem:
      problem ??
      (excess !== undefined
        ? excessProblem(excess, source, t)
        : fault === undefined
          ? undefined
          : zip.damaged(part, fault.line, fault.column)),
  };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isOutside: boolean;
}

/** What a part refers to (OPC, ECMA-376 part 2, section 6.5); nothing where it says nothing of it. */
async function relationsOf(
  zip: ZipParts,
  part: string,
): Promise<{ readonly parts: readonly Relation[] } | { readonly problem: LoadProblem }> {
  const at = part.lastIndexOf('/');
  const folder = part.slice(0, at + 1);
  const name = `${folder}_rels/${part.slice(at + 1)}.rels`;
  const parts: Relation[] = [];
  const listener: XmlListener = {
    open: (element, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      const isOutside = mode === 'External';
      if (element === 'Relationship')
        parts.push({ id, type, isOutside, target: isOutside ? target : within(folder, target) });
    },
    close: () => undefined,
    text: () => undefined,
  };
  const problem = zip.has(name) ? await zip.readXml(name, listener) : undefined;
  return problem === undefined ? { parts } : { problem };
}

function within(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') path.pop();
    else if (part !== '.' && part !== '') path.push(part);
  }
  return path.join('/');
}

function addresses(parts: readonly Relation[]): Relations {
  return new Map(parts.filter(({ isOutside }) => isOutside).map(({ id, target }) => [id, target]));
}
