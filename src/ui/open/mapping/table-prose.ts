import type { Translate } from '../../../base/translate';
import type { TableFindings } from '../../../formats/table/findings';

/** "60 rows, 60 events; 57 have a date, 3 have none." */
export function tableInWords({ records, events, undated }: TableFindings, t: Translate): string {
  const counts = { rows: t('mapping.rows', { n: records }), events: t('mapping.events', { n: events }) };
  return undated === 0
    ? t('mapping.counts.allDated', counts)
    : t('mapping.counts', {
        ...counts,
        dated: t('mapping.counts.dated', { n: events - undated }),
        undated: t('mapping.counts.undated', { n: undated }),
      });
}
