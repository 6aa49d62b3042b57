import { useState } from 'react';
import type { FileKind, KeepServices, KeepState } from '../context/keep-services';
import { usePageServices } from '../context/page-services';
import { useText } from '../context/store-context';
import { useLazyState } from '../context/use-lazy';
import { useSay } from '../context/use-say';
import type { Translate } from '../../base/translate';
import { lazyCode } from '../../base/lazy-code';
import { timeInWords } from './keep-prose';
import { SaveButtons } from './SaveButtons';
import { useKeeping, useNow } from './use-keeping';

const NOWHERE = lazyCode<KeepServices>(() => Promise.reject(new Error('nothing may be kept here')));

/** What keeps the work, always in sight where somebody writes: "Kept in this browser only · Save a file". */
export function KeepLine() {
  const { writing } = usePageServices();
  const { here } = useLazyState(writing?.keeping ?? NOWHERE, true);
  return here === undefined ? null : <Line keeping={here} />;
}

function Line({ keeping }: { readonly keeping: KeepServices }) {
  const t = useText();
  const state = useKeeping(keeping, (each) => each.state());
  const [isAsking, setAsking] = useState(false);
  const now = useNow();
  const words = stateInWords(state, t, now);
  useSay(state.file === undefined || !state.file.isCurrent ? '' : words);
  const save = async (kind?: FileKind): Promise<void> => {
    setAsking(true);
    await keeping.saveFile(kind);
    setAsking(false);
  };
  return (
    <p className="dt-keep-line" data-kept={state.at}>
      <span>{words}</span>
      {state.file?.isCurrent === true ? null : (
        <>
          <span className="dt-keep-dot" aria-hidden="true">
            ·
          </span>
          <SaveButtons keeping={keeping} className="dt-link" isBusy={isAsking} onSave={(kind) => void save(kind)} />
        </>
      )}
    </p>
  );
}

function stateInWords({ at, file }: KeepState, t: Translate, today: number): string {
  if (file?.isCurrent === true) return t('keep.saved', { name: file.name, time: timeInWords(file.savedAt, t, today) });
  return t(`keep.line.${at}`);
}
