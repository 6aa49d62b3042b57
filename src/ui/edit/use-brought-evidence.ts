import { useState } from 'react';
import type { ClipboardEvent, DragEvent } from 'react';
import type { EvidenceBrought, EvidenceFound } from '../../formats/evidence/find-evidence';
import { addEvidence } from '../../model/edit/edit-sources';
import { isField } from '../context/key-table';
import { usePageServices } from '../context/page-services';
import { useText } from '../context/store-context';
import { isNode } from '../kit/any-window';
import type { EventForm } from './event-form';

/** What is being dragged over the form, as far as a browser tells before it is let go. */
export type DraggedKind = 'link' | 'text' | 'files';

export interface BroughtEvidence {
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
    readonly onPaste: (event: ClipboardEvent) => void;
  };
  readonly over: DraggedKind | undefined;
  /** What became of what was brought last, in words; empty before. */
  readonly outcome: string;
  /** Takes a text that was typed; says whether anything came of it. */
  readonly take: (text: string) => Promise<boolean>;
}

/** A file of references has so many bytes at most. */
const MOST_BYTES = 2_000_000;

/**
 * Links, quotes and references that are dropped or pasted anywhere on an event's form become its sources, in one edit.
 * Text for a field stays the field's. The page around hears nothing of it.
 */
export function useBroughtEvidence({ event, dataset, edits }: EventForm): BroughtEvidence {
  const t = useText();
  const { writing } = usePageServices();
  const [over, setOver] = useState<DraggedKind>();
  const [outcome, setOutcome] = useState('');
  const bring = async (brought: EvidenceBrought): Promise<boolean> => {
    const services = writing?.services.now();
    if (services === undefined) return false;
    const tools = await services.evidence.load();
    const found = tools.findEvidence(brought, { t, language: dataset.language });
    const { sketches, problem } = found;
    if (problem !== undefined || sketches.length === 0) {
      setOutcome(t(`edit.evidence.${problem ?? 'nothing'}`));
      return false;
    }
    const faults = edits.make({ did: 'evidence', event: event.id, sources: sketches.length }, (now) =>
      addEvidence(now, event.id, sketches),
    );
    setOutcome(faults.length > 0 ? faults.join(' ') : outcomeInWords(found, t));
    return faults.length === 0;
  };
  const tell = (reason: Promise<boolean>): void => {
    // The code can't be had: said where the sources stand.
    reason.catch(() => setOutcome(t('edit.evidence.missing')));
  };
  return {
    over,
    outcome,
    take: (text) => bring({ text, html: '', addresses: '', texts: [] }),
    handlers: {
      onDragOver: (drag) => {
        const kind = kindOf(drag);
        if (kind === undefined) return;
        drag.preventDefault();
        drag.dataTransfer.dropEffect = 'copy';
        setOver(kind);
      },
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        if (!(isNode(relatedTarget) && currentTarget.contains(relatedTarget))) setOver(undefined);
      },
      onDrop: (drop) => {
        setOver(undefined);
        if (kindOf(drop) === undefined) return;
        drop.preventDefault();
        tell(broughtBy(drop.dataTransfer).then(bring));
      },
      onPaste: (paste) => {
        if (isField(paste.nativeEvent.composedPath()[0] ?? null)) return;
        paste.preventDefault();
        tell(broughtBy(paste.clipboardData).then(bring));
      },
    },
  };
}

function kindOf({ dataTransfer, nativeEvent }: DragEvent): DraggedKind | undefined {
  const { types } = dataTransfer;
  if (types.includes('Files')) return 'files';
  // Words that are dragged into a field are the field's.
  if (isField(nativeEvent.composedPath()[0] ?? null)) return undefined;
  if (types.includes('text/uri-list')) return 'link';
  return types.includes('text/plain') ? 'text' : undefined;
}

/** Read at once: when the event is over, the browser takes it back. */
function broughtBy(data: DataTransfer): Promise<EvidenceBrought> {
  const texts = [...data.files].filter(({ size }) => size <= MOST_BYTES).map((file) => file.text());
  const brought = {
    text: data.getData('text/plain'),
    html: data.getData('text/html'),
    addresses: data.getData('text/uri-list'),
  };
  return Promise.all(texts).then((all) => ({ ...brought, texts: all }));
}

function outcomeInWords({ sketches, shortened }: EvidenceFound, t: ReturnType<typeof useText>): string {
  const added = t('edit.evidence.added', { n: sketches.length });
  return shortened === 0 ? added : `${added} ${t('edit.evidence.shortened', { n: shortened })}`;
}
