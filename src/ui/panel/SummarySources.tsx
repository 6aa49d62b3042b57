import type { Source } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { DataText } from '../context/DataText';
import { ExternalLink } from './ExternalLink';
import { keyed } from '../../base/react-keys';
import { PanelSection } from './PanelSection';
import { basisInWords, sourceBasis, sourceInShort } from '../../written/source-prose';
import { useText } from '../context/store-context';

/** What everything here rests on, in one plain sentence, and each source with its owner and where to read it. */
export function SummarySources({ table }: { readonly table: EventTable }) {
  const t = useText();
  const basis = sourceBasis(table);
  return (
    <PanelSection title={t('summary.sources')}>
      <div className="dt-box dt-basis-box">
        {keyed(basisInWords(basis, table, t)).map(({ key, item }) => (
          <p key={key}>{item}</p>
        ))}
      </div>
      <ul className="dt-sources">
        {table.dataset.sources.map((source) => (
          <SourceCard key={source.id} source={source} />
        ))}
      </ul>
    </PanelSection>
  );
}

function SourceCard({ source }: { readonly source: Source }) {
  const t = useText();
  const facts = [
    source.kind === undefined ? undefined : t(`sourceKind.${source.kind}`),
    source.dateline === undefined ? undefined : t('source.dateline', { dateline: source.dateline }),
    source.grade === undefined ? undefined : t('source.grade', { grade: t(`grade.${source.grade}`) }),
  ].filter((fact) => fact !== undefined);
  return (
    <li className="dt-source">
      <div>
        <strong>{sourceInShort(source, t)}</strong>
      </div>
      {source.ownership === undefined ? null : (
        <div className="dt-secondary">
          <DataText>{source.ownership}</DataText>
        </div>
      )}
      {source.title === undefined || source.publisher === undefined ? null : (
        <cite className="dt-line">
          <DataText>{t('panel.quoted', { text: source.title })}</DataText>
        </cite>
      )}
      {facts.length === 0 ? null : <div className="dt-meta">{facts.join(' · ')}</div>}
      {source.url === undefined ? (
        <div className="dt-meta">{t('source.noLink')}</div>
      ) : (
        <ExternalLink url={source.url}>{t('source.open')}</ExternalLink>
      )}
      {source.note === undefined ? null : (
        <p className="dt-meta">
          <DataText>{source.note}</DataText>
        </p>
      )}
    </li>
  );
}
