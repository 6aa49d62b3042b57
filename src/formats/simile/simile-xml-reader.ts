import { SaxesParser } from 'saxes';
import type { Steps } from '../../base/steps';
import { makeImportedReader } from '../imported/imported-reader';
import type { ImportedEnd } from '../imported/imported-reader';
import type { ImportedEvents } from '../imported-events';
import { addSimileEvent } from './simile-event';

/** Reads XML of SIMILE Timeline. */
export const simileXmlReader = makeImportedReader({ name: 'SIMILE Timeline (XML)', read: readSimileXml });

/** Characters between two places to stop. */
const CHARACTERS_A_STEP = 16_384;
/** A broken file may have a fault a line; so many are told. */
const MOST_FAULTS = 10;

interface OpenEvent {
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  text: string;
}

function* readSimileXml(text: string, into: ImportedEvents): Steps<ImportedEnd> {
  const { t } = into;
  const parser = new SaxesParser({ xmlns: false, position: true });
  let open: OpenEvent | undefined;
  let root: string | undefined;
  let records = 0;
  let faults = 0;
  let isCut = false;
  const tell = (message: string, effect: 'noted' | 'cut-short'): void => {
    faults += 1;
    if (faults > MOST_FAULTS) return;
    into.reject({
      where: t('position', { line: parser.line, column: parser.column + 1 }),
      field: '',
      found: message,
      expected: t(effect === 'noted' ? 'imported.expected.xml' : 'expected.wholeFile'),
      effect,
    });
  };
  parser.on('error', (error) => {
    const isEnd = /unclosed tag|unexpected end/i.test(error.message);
    // Every element that is open says so.
    if (isEnd && isCut) return;
    isCut ||= isEnd;
    tell(error.message.replace(/^\d*:?\d+:\d+: /, ''), isEnd ? 'cut-short' : 'noted');
  });
  parser.on('opentag', ({ name, attributes }) => {
    root ??= name;
    if (name === 'data') describe(attributes, into);
    if (name === 'event') open = { attributes, line: parser.line, text: '' };
  });
  const take = (words: string): void => {
    if (open !== undefined) open.text += words;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', ({ name }) => {
    if (name !== 'event' || open === undefined) return;
    records += 1;
    addSimileEvent(
      { ...open.attributes, ...(open.text.trim() === '' ? {} : { description: open.text }) },
      t('position.line', { line: open.line }),
      false,
      into,
    );
    open = undefined;
  });
  for (let at = 0; at < text.length; at += CHARACTERS_A_STEP) {
    parser.write(text.slice(at, at + CHARACTERS_A_STEP));
    yield Math.min(at / text.length, 1);
  }
  parser.close();
  if (root !== 'data' && records === 0) return undefined;
  return records === 0 ? { problem: 'no-events', detail: t('imported.problem.simile') } : { records };
}

/** The wiki that the events come from. */
function describe(attributes: Readonly<Record<string, string>>, into: ImportedEvents): void {
  const url = attributes['wiki-url'];
  if (url !== undefined) into.addSource({ url, title: attributes['wiki-section'], kind: 'reference' });
}
