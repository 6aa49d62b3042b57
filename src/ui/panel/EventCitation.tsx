import { Dotted } from '../../written/Dotted';
import { useState } from 'react';
import { listInWords } from '../../base/translate';
import type { Dataset, DiplomaticEvent } from '../../model/dataset';
import { copyText } from '../kit/copy-text';
import { usePageServices } from '../context/page-services';
import { citationOf } from '../../written/citation';
import { useText } from '../context/store-context';

/** How to point at the event from elsewhere: its own link, a citation; and its coding, in small print. */
export function EventCitation({ dataset, event }: { readonly dataset: Dataset; readonly event: DiplomaticEvent }) {
  const t = useText();
  const { link } = usePageServices();
  return (
    <footer className="dt-section dt-cite">
      <p className="dt-actions">
        <a href={link(event.id)}>{t('details.link')}</a>
        <CopyCitation citation={citationOf(dataset, event, t)} />
      </p>
      <Coding event={event} />
    </footer>
  );
}

function CopyCitation({ citation }: { readonly citation: string }) {
  const t = useText();
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  const copy = async () => {
    setOutcome((await copyText(citation)) ? 'copied' : 'refused');
  };
  return (
    <>
      <button type="button" className="dt-button" onClick={() => void copy()}>
        {t(outcome === 'copied' ? 'cite.copied' : 'cite.copy')}
      </button>
      {outcome === 'refused' ? (
        <label className="dt-cite-by-hand">
          {t('cite.byHand')}
          <textarea readOnly rows={4} value={citation} onFocus={(focus) => focus.currentTarget.select()} />
        </label>
      ) : null}
    </>
  );
}

function Coding({ event }: { readonly event: DiplomaticEvent }) {
  const t = useText();
  const { cameo } = event;
  const code =
    cameo === undefined
      ? undefined
      : listInWords(
          [
            t('details.cameo', { code: cameo.code }),
            cameo.fit === undefined ? undefined : t(`cameoFit.${cameo.fit}`),
            cameo.alternates.length === 0
              ? undefined
              : t('details.cameoAlternates', { codes: listInWords(cameo.alternates, t) }),
          ].filter((part) => part !== undefined),
          t,
        );
  const type =
    event.type === undefined
      ? undefined
      : t('details.coded', {
          coding: listInWords(
            [event.type, event.mode].filter((part) => part !== undefined),
            t,
          ),
        });
  const words = [type, code, t('details.id', { id: event.id })].filter((part) => part !== undefined);
  return (
    <p className="dt-meta">
      <Dotted parts={words} />
    </p>
  );
}
