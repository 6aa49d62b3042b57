import { runInSlices } from '../../../base/slices';
import type { LoadProblem } from '../../../model/load-problem';
import type { SurveyOptions } from '../../reader';
import type { RecordHead, RecordSource } from '../../record-source';
import type { NamedLook } from '../presets/preset';
import type { TableLayout } from '../table-mapping';
import type { ColumnProfile } from '../table-plan';
import { findHeader } from './find-header';
import type { LaidOutSource } from './laid-out-source';
import { layOut } from './layout';
import { profileColumns } from './profile';

/** A table as it was looked at. */
export interface LookedAt {
  /** As it stands in the file. */
  readonly source: RecordSource;
  readonly laid: LaidOutSource;
  readonly layout: TableLayout;
  readonly head: RecordHead;
  readonly columns: readonly ColumnProfile[];
  /** Records over the header. */
  readonly above: RecordHead['records'];
}

/** Finds a table's header, as far as its layout doesn't say it, and what its columns hold, in slices. */
export async function lookAtTable(
  source: RecordSource,
  given: TableLayout,
  options: Pick<SurveyOptions, 'signal' | 'heard'>,
): Promise<LookedAt | LoadProblem> {
  const all = await layOut(source, { ...given, header: 'none' });
  if ('kind' in all) return all;
  const whole = await all.head();
  if ('kind' in whole) return whole;
  const header = given.header ?? (source.headers === undefined ? findHeader(whole.records) : 'none');
  const layout: TableLayout = { ...given, header };
  const laid = await layOut(source, layout);
  if ('kind' in laid) return laid;
  const head = await laid.head();
  if ('kind' in head) return head;
  const columns = await runInSlices(profileColumns(laid.headers, head.records), options, options.heard);
  const above = typeof header === 'number' ? whole.records.filter(({ line }) => line < header) : [];
  return { source, laid, layout, head, columns, above };
}

/** The same as presets see it; where no record is a header they may know what the columns are called. */
export function presetLook({ source, laid, layout, head }: LookedAt): NamedLook {
  const isBare = source.headers === undefined && layout.header === 'none' && layout.headers === undefined;
  return {
    name: laid.name,
    headers: isBare ? undefined : laid.headers,
    sample: head.records.map(({ cells }) => cells),
    width: laid.headers.length,
  };
}
