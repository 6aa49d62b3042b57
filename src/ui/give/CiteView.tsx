import { useEffect, useRef, useState } from 'react';
import { bibtexOfView, citationOfView } from '../../written/view-citation';
import type { CitedView } from '../../written/view-citation';
import { DataText } from '../context/DataText';
import { useText } from '../context/store-context';
import { useSay } from '../context/use-say';
import { copyText } from '../kit/copy-text';
import { moveFocus } from '../kit/focus/focus';

/** The view as somebody refers to it, in plain words and for programs that keep references. */
export function CiteView({ view }: { readonly view: Omit<CitedView, 'accessed'> }) {
  const t = useText();
  const [accessed] = useState(() => Date.now());
  const [told, setTold] = useState('');
  useSay(told);
  const cited = { ...view, accessed };
  const plain = citationOfView(cited, t);
  const [byHand, setByHand] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (byHand === '') return;
    moveFocus(field.current, 'scroll to it');
    field.current?.select();
  }, [byHand]);
  const copy = async (text: string) => {
    const isCopied = await copyText(text);
    setByHand(isCopied ? '' : text);
    setTold(t(isCopied ? 'share.copied' : 'share.refused'));
  };
  return (
    <>
      <p className="dt-give-cited">
        <DataText>{plain}</DataText>
      </p>
      {byHand === '' ? null : (
        <textarea
          ref={field}
          className="dt-field dt-share-field"
          aria-label={t('give.cite')}
          rows={4}
          readOnly
          dir="auto"
          value={byHand}
        />
      )}
      <div className="dt-give-acts">
        <button type="button" className="dt-button" onClick={() => void copy(plain)}>
          {t('share.copy')}
        </button>
        <button type="button" className="dt-button" onClick={() => void copy(bibtexOfView(cited, t))}>
          {t('give.cite.bibtex')}
        </button>
        <span className="dt-share-told">{told}</span>
      </div>
    </>
  );
}
