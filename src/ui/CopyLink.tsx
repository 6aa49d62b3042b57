import { useEffect, useRef, useState } from 'react';
import { useText } from './store-context';

const DONE_MS = 4000;

/** Copies the address of the view; where the browser refuses (a frame, an insecure page) it shows it for copying by hand. */
export function CopyLink({ link }: { readonly link: () => string }) {
  const t = useText();
  const [outcome, setOutcome] = useState<{ kind: 'copied' } | { kind: 'refused'; link: string }>();

  useEffect(() => {
    if (outcome?.kind !== 'copied') return undefined;
    const timer = setTimeout(() => setOutcome(undefined), DONE_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    const address = link();
    setOutcome(await wasCopied(address) ? { kind: 'copied' } : { kind: 'refused', link: address });
  };
  return (
    <span className="dt-copy">
      <button type="button" className="dt-button" onClick={() => void copy()}>{t('copy.link')}</button>
      <span className="dt-copy-done" aria-live="polite">
        {outcome?.kind === 'copied' ? t('copy.done') : null}
        {outcome?.kind === 'refused' ? t('copy.refused') : null}
      </span>
      {outcome?.kind === 'refused' ? <LinkField key={outcome.link} link={outcome.link} /> : null}
    </span>
  );
}

function LinkField({ link }: { link: string }) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return <input ref={field} className="dt-field dt-copy-field" readOnly value={link} aria-label={t('copy.field')} onFocus={(event) => event.target.select()} />;
}

/** Refusal isn't a fault: permissions, focus and insecure pages all lead to it, and the field for copying by hand is the answer. */
async function wasCopied(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
