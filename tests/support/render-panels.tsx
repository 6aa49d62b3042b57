import { readFileSync } from 'node:fs';
import { render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { english } from '../../src/base/messages/en';
import { makeTranslate } from '../../src/base/translate';
import type { Translate } from '../../src/base/translate';
import { readInEnglish } from '../../src/formats/json/read-in-english';
import type { WholeDataset } from '../../src/model/dataset';
import { makeEventTable } from '../../src/model/table-builder';
import { createTimelineStore } from '../../src/state/view/store';
import type { TimelineStore } from '../../src/state/view/store';
import type { TimelineState } from '../../src/state/view/timeline-state';
import { createChartControl } from '../../src/ui/context/chart-control';
import { PageServicesProvider } from '../../src/ui/context/page-services';
import { PageSettingsProvider } from '../../src/ui/context/page-settings';
import type { PageSettings } from '../../src/ui/context/page-settings';
import { ThemeProvider, createThemeSource } from '../../src/ui/context/theme';
import type { ThemeSource } from '../../src/ui/context/theme';
import { StatusLine } from '../../src/ui/context/StatusLine';
import { TimelineProvider } from '../../src/ui/context/store-context';
import { LazyModulesProvider } from '../../src/ui/context/lazy-modules';
import { LAZY_MODULES } from '../../src/ui/shell/page-modules';

/** The set the page opens with, read as the page reads it. */
export function readDefaultDataset(): WholeDataset {
  const file = 'data/syria-cessation-2016.json';
  const result = readInEnglish(readFileSync(file, 'utf8'), file);
  if (!result.ok) throw new Error(`${file}: ${result.problem.kind} ${result.problem.detail}`);
  return result.dataset;
}

/** A store that holds a dataset, nothing chosen. */
export function storeOf(dataset: WholeDataset, more: Partial<TimelineState> = {}): TimelineStore {
  return createTimelineStore({ dataset, table: makeEventTable(dataset), loading: { phase: 'ready' }, ...more });
}

/** Renders a part of the page over a store, in English and the light theme. */
export function renderOver(store: TimelineStore, part: ReactNode) {
  return render(
    <PageAround store={store}>
      {part}
      <StatusLine />
    </PageAround>,
  );
}

/** What every part of a page finds around itself; a test lays its own around it where it wants another. */
export function PageAround({
  store,
  translate = ENGLISH,
  theme = LIGHT_ALWAYS,
  children,
}: {
  readonly store: TimelineStore;
  readonly translate?: Translate;
  readonly theme?: ThemeSource;
  readonly children: ReactNode;
}) {
  const [services] = useState(() => ({
    control: createChartControl(store, { isStill: () => true }),
    link: (eventId = '') => `?event=${eventId}`,
    retry: undefined,
    datasets: undefined,
  }));
  return (
    <TimelineProvider store={store} translate={translate}>
      <PageServicesProvider value={services}>
        <PageSettingsProvider value={SETTINGS}>
          <ThemeProvider value={theme}>
            <LazyModulesProvider value={LAZY_MODULES}>{children}</LazyModulesProvider>
          </ThemeProvider>
        </PageSettingsProvider>
      </PageServicesProvider>
    </TimelineProvider>
  );
}

const ENGLISH = makeTranslate('en', english);
const LIGHT_ALWAYS = createThemeSource({ get: () => 'light', subscribe: () => () => undefined });
const SETTINGS: PageSettings = {
  standalone: true,
  embed: false,
  height: 'fill',
  hidden: new Set(),
  locked: new Set(),
  gestures: 'auto',
  ownHref: undefined,
};

/** The part of a panel under a heading. */
export function section(name: string | RegExp) {
  const part = screen.getByRole('heading', { name }).closest('section');
  if (part === null) throw new Error(`"${String(name)}" heads no section`);
  return within(part);
}

/** The names of headings or buttons ..., in page order. */
export function namesOf(elements: readonly HTMLElement[]): string[] {
  return elements.map((element) => element.textContent);
}
