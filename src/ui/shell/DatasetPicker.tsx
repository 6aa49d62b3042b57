import { useCallback, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { sameDatasets } from '../../state/view/dataset-catalogue';
import type { DatasetCatalogue } from '../../state/view/dataset-catalogue';
import { DataText } from '../context/DataText';
import { ErrorBoundary } from '../context/ErrorBoundary';
import { giveFocusBack } from '../kit/focus/focus';
import { Heading } from '../context/Heading';
import { InMenu } from '../context/MenuButton';
import { usePageServices } from '../context/page-services';
import type { DatasetChoice } from './dataset-choices';
import { useText, useTimeline } from '../context/store-context';
import { usePopover } from '../kit/use-popover';
import { useSay } from '../context/use-say';

/**
 * The dataset's title; where the page ships several, or something may be written, a button that opens a menu of what
 * could stand here instead.
 */
export function DatasetPicker({ title }: { readonly title: string }) {
  const { datasets, writing } = usePageServices();
  const shown = useTimeline((state) => state.datasetIds);
  const several = datasets !== undefined && datasets.catalogue.datasets.length > 1 && shown.length > 0;
  if (!several && writing === undefined)
    return (
      <Heading level={1}>
        <DataText>{title}</DataText>
      </Heading>
    );
  return <Picker title={title} shown={shown} {...(several ? datasets : {})} />;
}

interface PickerProps {
  readonly title: string;
  readonly shown: readonly string[];
  readonly catalogue?: DatasetCatalogue;
  readonly choose?: (ids: readonly string[]) => Promise<void>;
}

function Picker({ title, shown, catalogue, choose }: PickerProps) {
  const t = useText();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [awaited, setAwaited] = useState<readonly string[]>();
  const waiting = awaited === undefined ? '' : t('sets.loading');
  useSay(waiting);
  const closeOutside = useCallback(() => setOpen(false), []);
  usePopover({ open, anchor: button, panel, onOutside: closeOutside });
  const close = () => {
    giveFocusBack(panel.current, button.current, () => setOpen(false));
  };
  const take = async ({ ids, kind }: DatasetChoice) => {
    // Several can be ticked one after the other; of a few to choose from, one is taken.
    if (kind === 'one') close();
    if (ids.length === 0 || sameDatasets(ids, shown)) return;
    setAwaited(ids);
    await choose?.(ids);
    setAwaited((last) => (last === ids ? undefined : last));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const opens = !open && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
    if (!opens && !(open && event.key === 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (opens) setOpen(true);
    else close();
  };
  return (
    <div
      className="dt-sets"
      role="presentation"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <Heading level={1}>
        <button
          ref={button}
          type="button"
          className="dt-sets-button"
          title={t('sets.choose')}
          aria-haspopup="menu"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-busy={awaited !== undefined}
          onClick={() => (open ? close() : setOpen(true))}
        >
          <TitleWords title={title} />
        </button>
      </Heading>
      <span className="dt-sets-wait">{waiting}</span>
      {open ? (
        <div ref={panel} className="dt-popover dt-facet-panel dt-sets-panel">
          <ErrorBoundary name={t('sets.choose')}>
            <InMenu>
              {(part) => (
                <part.DatasetMenu
                  id={id}
                  catalogue={catalogue}
                  shown={shown}
                  onTake={(choice) => void take(choice)}
                  onLeave={close}
                />
              )}
            </InMenu>
          </ErrorBoundary>
          <div className="dt-facet-foot">
            <button type="button" className="dt-button" onClick={close}>
              {t('facet.done')}
            </button>
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** The arrow never stands alone on a line of its own. */
function TitleWords({ title }: { readonly title: string }) {
  const at = title.trimEnd().lastIndexOf(' ') + 1;
  return (
    <DataText>
      {title.slice(0, at)}
      <span className="dt-sets-last">
        {title.slice(at)}
        <svg className="dt-sets-arrow" width="12" height="8" viewBox="0 0 12 8" aria-hidden="true">
          <path d="M1.5 1.5 6 6l4.5-4.5" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      </span>
    </DataText>
  );
}
