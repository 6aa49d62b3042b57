import { listInWords } from '../../base/translate';
import { eventDateInWords } from '../../model/dates/date-prose';
import type { Dataset, DiplomaticEvent } from '../../model/dataset';
import { sourceOf } from '../../model/lookups';
import { DataText } from '../context/DataText';
import { EvidencePlace } from './EventEvidence';
import { keyed } from '../../base/react-keys';
import { PanelSection } from './PanelSection';
import { edtfInWords, sourceInShort } from '../../written/source-prose';
import { useText } from '../context/store-context';

/** When it happened, how that is known, which sentence it rests on, and what the event was as of which day. */
export function EventWhen({ dataset, event }: { readonly dataset: Dataset; readonly event: DiplomaticEvent }) {
  const t = useText();
  const { basis, note } = event.date ?? {};
  return (
    <PanelSection title={t('details.when')}>
      <p className="dt-when">
        {event.date === undefined ? t('details.noDate') : eventDateInWords(event, dataset.asOf, t)}
      </p>
      {basis === undefined && note === undefined ? null : (
        <p className="dt-secondary">
          {basis === undefined ? null : (
            <strong className="dt-basis">{t('details.basis', { basis: t(`basis.${basis}`) })}</strong>
          )}
          {note === undefined ? null : (
            <>
              {' '}
              <DataText>{note}</DataText>
            </>
          )}
        </p>
      )}
      {event.date === undefined ? null : <RestsOn dataset={dataset} event={event} />}
      <Statuses event={event} />
    </PanelSection>
  );
}

function RestsOn({ dataset, event }: { readonly dataset: Dataset; readonly event: DiplomaticEvent }) {
  const t = useText();
  const dating = event.evidence.filter((item) => item.supports.includes('date'));
  if (dating.length === 0) return <p className="dt-meta">{t('details.dateWithoutEvidence')}</p>;
  return (
    <div className="dt-rests-on">
      <span className="dt-meta">{t('details.dateRestsOn')}</span>
      <ul>
        {keyed(dating).map(({ key, item }) => {
          const source = sourceOf(dataset, item.source);
          return source === undefined ? null : (
            <li key={key}>
              <EvidencePlace item={item} source={source} /> <span className="dt-meta">{sourceInShort(source, t)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Statuses({ event }: { readonly event: DiplomaticEvent }) {
  const t = useText();
  if (event.status.length === 0) return null;
  const words = event.status.map(({ value, asOf }) =>
    asOf === undefined
      ? t(`status.${value}`)
      : t('details.statusAsOf', { status: t(`status.${value}`), date: edtfInWords(asOf, t) }),
  );
  return (
    <p>
      <span className="dt-meta">{t('details.status')}</span> {listInWords(words, t, 'list.semicolon')}
    </p>
  );
}
