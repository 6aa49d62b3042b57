import { dateInWords } from '../../model/dates/date-prose';
import type { Claim, Dataset, DiplomaticEvent, Relation } from '../../model/dataset';
import { relationsOf, nameOf } from '../../model/lookups';
import { DataText } from '../context/DataText';
import { EventLink } from '../context/EventLink';
import { keyed } from '../../base/react-keys';
import { PanelSection } from './PanelSection';
import { useText, useTimeline } from '../context/store-context';

const NONE = { outgoing: [], incoming: [] };

/** Relations in both directions, each as its word and a link; a relation to a claim says that it is one. */
export function EventRelated({ dataset, event }: { readonly dataset: Dataset; readonly event: DiplomaticEvent }) {
  const t = useText();
  const table = useTimeline((state) => state.table);
  const { outgoing, incoming: all } = table === undefined ? NONE : relationsOf(table, event.id);
  // Disputing a claim made in one's own event is told once, from the disputing side.
  const incoming = all.filter((relation) => relation.event.id !== event.id);
  if (outgoing.length + incoming.length === 0) return null;
  return (
    <PanelSection title={t('details.related')}>
      <ul className="dt-related">
        {keyed(outgoing).map(({ key, item: { relation, event: other, claim } }) => (
          <RelationLine
            key={key}
            dataset={dataset}
            word={t(`relation.${relation.type}`)}
            relation={relation}
            other={other?.id === event.id ? undefined : other}
            claim={claim}
          />
        ))}
        {keyed(incoming).map(({ key, item: { relation, event: other } }) => (
          <RelationLine
            key={key}
            dataset={dataset}
            word={t(`relation.${relation.type}.back`)}
            relation={relation}
            other={other}
            ownClaim={event.claims.find(({ id }) => id === relation.to)}
          />
        ))}
      </ul>
    </PanelSection>
  );
}

function RelationLine({
  dataset,
  word,
  relation,
  other,
  claim,
  ownClaim,
}: {
  readonly dataset: Dataset;
  readonly word: string;
  readonly relation: Relation;
  /** The event at the other end, or the one in which the claim was made; undefined where that is the event itself. */
  readonly other: DiplomaticEvent | undefined;
  /** The claim that an outgoing relation points at. */
  readonly claim?: Claim | undefined;
  /** The claim of this very event that an incoming relation points at. */
  readonly ownClaim?: Claim | undefined;
}) {
  const t = useText();
  return (
    <li>
      <span className="dt-relation-word">{word}</span>{' '}
      {claim === undefined ? null : <ClaimWords dataset={dataset} claim={claim} />}
      {other === undefined ? null : (
        <>
          {claim === undefined ? null : <span className="dt-meta">{t('details.claimMadeIn')} </span>}
          <EventLink event={other}>{other.label}</EventLink>{' '}
          <span className="dt-meta dt-nowrap">
            {other.announced
              ? t('details.announcedFor', { date: dateInWords(other.date, t) })
              : dateInWords(other.date, t)}
          </span>
        </>
      )}{' '}
      {relation.certainty === 'certain' ? null : (
        <span className="dt-certainty">{t(`certainty.${relation.certainty}`)}</span>
      )}
      {ownClaim === undefined ? null : (
        <span className="dt-line">
          <ClaimWords dataset={dataset} claim={ownClaim} />
        </span>
      )}
    </li>
  );
}

function ClaimWords({ dataset, claim }: { readonly dataset: Dataset; readonly claim: Claim }) {
  const t = useText();
  return (
    <span className="dt-claim">
      <span className="dt-meta">
        {claim.claimedBy === undefined
          ? t('details.claim')
          : t('details.claimOf', { name: nameOf(dataset, claim.claimedBy) })}
      </span>{' '}
      <DataText>{claim.text}</DataText>{' '}
    </span>
  );
}
