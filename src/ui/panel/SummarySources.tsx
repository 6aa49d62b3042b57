import { dateInWords } from '../../model/dates/date-prose';
import type { Source } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import type { Translate } from '../../base/translate';
import { DataText } from '../context/DataText';
import { ExternalLink } from '../kit/ExternalLink';
import { keyed } from '../../base/react-keys';
import { PanelSection } from './PanelSection';
import { edtfInWords, isStateOwned, sourceBasis, sourceInShort } from '../../written/source-prose';
import type { SourceBasis } from '../../written/source-prose';
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

/** What a whole dataset rests on, in sentences. */
export function basisInWords(basis: SourceBasis, table: EventTable, t: Translate): readonly string[] {
  switch (basis.kind) {
    case 'none':
      return [t('summary.noSources')];
    case 'several': {
      const without = basis.eventsWithout === 0 ? [] : [t('summary.eventsWithout', { n: basis.eventsWithout })];
      return [t('summary.sourceCount', { n: basis.sources }), ...without];
    }
    case 'single': {
      const { source, datesFromElsewhere } = basis;
      const name =
        source.ownership === undefined
          ? (source.publisher ?? source.id)
          : t('summary.owned', { name: source.publisher ?? source.id, ownership: source.ownership });
      const dated =
        source.published === undefined ? name : t('source.dated', { name, date: edtfInWords(source.published, t) });
      const isReport = source.kind === 'news-agency' || source.kind === 'news';
      return [
        t(isReport ? 'summary.allOnReport' : 'summary.allOnSource', { n: table.size, source: dated }),
        ...(isStateOwned(source) ? [t('summary.stateOwned')] : []),
        ...datesFromElsewhere.map((event) =>
          t('summary.dateFromElsewhere', { event: event.label, date: dateInWords(event.date, t) }),
        ),
      ];
    }
  }
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
