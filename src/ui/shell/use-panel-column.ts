import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { setPanelOpen } from '../../state/view/choose';
import { isFocusNowhere } from '../kit/focus/focus';
import { focusChosen } from '../context/focus-chosen';
import { usePageSettings } from '../context/page-settings';
import { useTimeline, useTimelineStore } from '../context/store-context';

/** How wide the details are unless a reader draws them wider. */
export const PANEL_PX = 376;

export interface PanelColumn {
  readonly isShown: boolean;
  readonly widthPx: number;
  readonly setWidthPx: (px: number) => void;
  /** Whether the sheet of a narrow page shows the summary: only when asked for. */
  readonly about: boolean;
  readonly openAbout: () => void;
}

/** The details panel as a column of its own, or as a sheet on a narrow page. */
export function usePanelColumn(sheet: boolean, root: RefObject<HTMLElement | null>): PanelColumn {
  const store = useTimelineStore();
  const { hidden } = usePageSettings();
  const hasData = useTimeline((state) => state.dataset !== undefined);
  const panelOpen = useTimeline((state) => state.panelOpen);
  const [widthPx, setWidthPx] = useState(PANEL_PX);
  const [about, setAbout] = useState(false);
  // Closing the sheet ends it; opening an event later must not bring the summary back.
  if (about && !panelOpen) setAbout(false);
  // The panel takes its close button along; the focus goes to what opens it again.
  const wasOpen = useRef(panelOpen);
  useEffect(() => {
    if (wasOpen.current && !panelOpen && root.current !== null && isFocusNowhere(root.current)) {
      focusChosen(root.current, '.dt-details-button');
    }
    wasOpen.current = panelOpen;
  }, [panelOpen, root]);
  return {
    isShown: hasData && panelOpen && !sheet && !hidden.has('details'),
    widthPx,
    setWidthPx,
    about: about && panelOpen,
    openAbout: () => {
      store.apply(setPanelOpen, true);
      setAbout(true);
    },
  };
}
