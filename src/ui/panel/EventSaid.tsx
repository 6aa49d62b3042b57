import type { ReactNode } from 'react';
import type { Dataset, DiplomaticEvent, Statement } from '../../model/dataset';
import { actorOf, eventOf, nameOf } from '../../model/lookups';
import { ActorLink } from '../context/ActorLink';
import { DataText } from '../context/DataText';
import { EventLink } from '../context/EventLink';
import { keyed } from '../../base/react-keys';
import { PanelSection } from './PanelSection';
import { useText, useTimeline } from '../context/store-context';

/** What was said, each with its speaker; quotation and paraphrase are told apart. */
export function EventStatements({ dataset, event }: { readonly dataset: Dataset; readonly event: DiplomaticEvent }) {
  const t = useText();
  if (event.statements.length === 0) return null;
  return (
    <PanelSection title={t('details.statements')}>
      <ul className="dt-statements">
        {keyed(event.statements).map(({ key, item: statement }) => (
          <li key={key}>
            <StatementWords statement={statement} head={<Speaker dataset={dataset} id={statement.speaker} />} />
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

function Speaker({ dataset, id }: { readonly dataset: Dataset; readonly id: string }) {
  const actor = actorOf(dataset, id);
  return actor === undefined ? <span>{id}</span> : <ActorLink actor={actor} />;
}

/**
 * The words of a statement under its speaker or event: quoted where the source quotes, otherwise marked as paraphrase.
 */
export function StatementWords({ statement, head }: { readonly statement: Statement; readonly head: ReactNode }) {
  const t = useText();
  return (
    <>
      <div className="dt-person">
        {head}
        <span className="dt-person-facts">
          {t(statement.kind === 'direct' ? 'details.saidDirect' : 'details.saidIndirect')}
        </span>
      </div>
      {statement.quote === undefined ? null : (
        <q className="dt-quote dt-line">
          <DataText>{t('panel.quoted', { text: statement.quote })}</DataText>
        </q>
      )}
      {statement.text === undefined ? null : (
        <span className="dt-line">
          <span className="dt-meta">{t('details.paraphrase')}</span> <DataText>{statement.text}</DataText>
        </span>
      )}
    </>
  );
}

/** Things said to be so inside the event's statements; they are no events and are told as claims. */
export function EventClaims({ dataset, event }: { readonly dataset: Dataset; readonly event: DiplomaticEvent }) {
  const t = useText();
  const table = useTimeline((state) => state.table);
  if (event.claims.length === 0) return null;
  return (
    <PanelSection title={t('details.claims')} note={t('details.claimsNote')}>
      <ul className="dt-statements">
        {event.claims.map((claim) => {
          const about =
            claim.about === undefined || claim.about === event.id || table === undefined
              ? undefined
              : eventOf(table, claim.about);
          return (
            <li key={claim.id}>
              {claim.claimedBy === undefined ? null : (
                <span className="dt-meta">{t('details.claimBy', { name: nameOf(dataset, claim.claimedBy) })} </span>
              )}
              <DataText>{claim.text}</DataText>
              {about === undefined ? null : (
                <span className="dt-line">
                  <span className="dt-meta">{t('details.claimAbout')}</span>{' '}
                  <EventLink event={about}>{about.label}</EventLink>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </PanelSection>
  );
}
