import { Dotted } from '../../written/Dotted';
import type { Dataset, DiplomaticEvent, Evidence, Source } from '../../model/dataset';
import { sourceOf } from '../../model/lookups';
import { DataText } from '../context/DataText';
import { ExternalLink } from './ExternalLink';
import { keyed } from '../../base/react-keys';
import { PanelSection } from './PanelSection';
import { locatorInWords } from '../../written/citation';
import { sourceInShort } from '../../written/source-prose';
import { useText } from '../context/store-context';

/** Each source of an event with the places that carry it and what each place carries. */
export function EventEvidence({ dataset, event }: { readonly dataset: Dataset; readonly event: DiplomaticEvent }) {
  const t = useText();
  const sourceIds = [...new Set(event.evidence.map((item) => item.source))];
  return (
    <PanelSection title={t('details.evidence')}>
      {sourceIds.length === 0 ? <p className="dt-meta">{t('details.noEvidence')}</p> : null}
      {sourceIds.map((id) => {
        const source = sourceOf(dataset, id);
        return source === undefined ? null : (
          <div key={id} className="dt-evidence">
            <SourceLine source={source} />
            <ul className="dt-evidence-list">
              {keyed(event.evidence.filter((item) => item.source === id)).map(({ key, item }) => (
                <EvidenceItem key={key} item={item} source={source} />
              ))}
            </ul>
          </div>
        );
      })}
    </PanelSection>
  );
}

function SourceLine({ source }: { readonly source: Source }) {
  const t = useText();
  const { ownership, grade } = source;
  return (
    <div className="dt-source-line">
      <div>{sourceInShort(source, t)}</div>
      {ownership === undefined && grade === undefined ? null : (
        <div className="dt-meta">
          <Dotted
            parts={[
              ownership === undefined ? undefined : <DataText key="owner">{ownership}</DataText>,
              grade === undefined ? undefined : t(`grade.${grade}`),
            ].filter((part) => part !== undefined)}
          />
        </div>
      )}
      {source.url === undefined ? (
        <WhyNoLink note={source.note} />
      ) : (
        <ExternalLink url={source.url}>{t('source.open')}</ExternalLink>
      )}
    </div>
  );
}

function WhyNoLink({ note }: { readonly note: string | undefined }) {
  const t = useText();
  if (note === undefined) return <div className="dt-meta">{t('source.noLink')}</div>;
  return (
    <details className="dt-details">
      <summary>{t('source.whyNoLink')}</summary>
      <p className="dt-meta">
        <DataText>{note}</DataText>
      </p>
    </details>
  );
}

function EvidenceItem({ item, source }: { readonly item: Evidence; readonly source: Source }) {
  const t = useText();
  return (
    <li>
      <EvidencePlace item={item} source={source} />{' '}
      {item.quote === undefined ? null : (
        <q className="dt-quote dt-line">
          <DataText>{t('panel.quoted', { text: item.quote })}</DataText>
        </q>
      )}
      {item.supports.length === 0 ? null : (
        <span className="dt-meta dt-line">
          {t('details.supports')}{' '}
          {item.supports.map((field, index) => (
            <span key={field}>
              {index === 0 ? '' : t('list.comma')}
              {field === 'date' ? <strong>{t('evidence.date')}</strong> : t(`evidence.${field}`)}
            </span>
          ))}
        </span>
      )}
    </li>
  );
}

/** Where in a source something stands: the sentence, and the words to find it by. */
export function EvidencePlace({ item, source }: { readonly item: Evidence; readonly source: Source }) {
  const t = useText();
  const words = item.find === undefined ? undefined : t('panel.quoted', { text: item.find });
  return (
    <span>
      {item.locator === undefined ? t('details.wholeSource') : locatorInWords(item.locator, t)}
      {words === undefined ? null : (
        <>
          {' '}
          <span className="dt-find">
            {source.url === undefined ? (
              <DataText>{words}</DataText>
            ) : (
              <FindLink url={source.url} find={item.find ?? ''} words={words} />
            )}
          </span>
        </>
      )}
    </span>
  );
}

/** Opens the source at the very words, where the browser knows text fragments. */
function FindLink({ url, find, words }: { readonly url: string; readonly find: string; readonly words: string }) {
  const t = useText();
  const href = url.includes('#') ? url : `${url}#:~:text=${encodeURIComponent(find)}`;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      <DataText>{words}</DataText>
      <span className="dt-visually-hidden"> {t('panel.newTab')}</span>
    </a>
  );
}
