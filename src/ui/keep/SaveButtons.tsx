import type { FileKind, KeepServices } from '../context/keep-services';
import { useText } from '../context/store-context';

/** "Save a file"; where the browser doesn't ask of which kind, one button for each. */
export function SaveButtons({
  keeping,
  className,
  onSave,
  named,
  isBusy = false,
}: {
  readonly keeping: Pick<KeepServices, 'asksForPlace'>;
  readonly className: string;
  readonly onSave: (kind?: FileKind) => void;
  /** What a button is called where several of its kind are on screen. */
  readonly named?: (what: string) => { readonly 'aria-label': string };
  readonly isBusy?: boolean;
}) {
  const t = useText();
  const button = (words: string, kind: FileKind | undefined) => (
    <button
      type="button"
      className={className}
      aria-disabled={isBusy}
      {...named?.(words)}
      onClick={() => {
        if (!isBusy) onSave(kind);
      }}
    >
      {words}
    </button>
  );
  if (keeping.asksForPlace) return button(t('keep.save'), undefined);
  return (
    <>
      {button(t('keep.save'), 'json')}
      {button(t('keep.save.txt'), 'txt')}
    </>
  );
}
