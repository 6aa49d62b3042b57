import { readFileSync } from 'node:fs';
import { render, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { english } from '../../src/base/messages/en';
import { makeTranslate } from '../../src/base/translate';
import { readInEnglish } from '../../src/formats/json/read-in-english';
import type { WholeDataset } from '../../src/model/dataset';
import { makeEventTable } from '../../src/model/table-builder';
import { createTimelineStore } from '../../src/state/view/store';
import type { TimelineStore } from '../../src/state/view/store';
import type { TimelineState } from '../../src/state/view/timeline-state';
import { LIGHT } from '../../src/render/tokens';
import { createChartControl } from '../../src/ui/context/chart-control';
import { PageProvider } from '../../src/ui/context/page-context';
import { StatusLine } from '../../src/ui/context/StatusLine';
import { TimelineProvider } from '../../src/ui/context/store-context';

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
  const page = {
    control: createChartControl(store, () => true),
    theme: LIGHT,
    link: (eventId = '') => `?event=${eventId}`,
    retry: undefined,
    ownHref: undefined,
    sets: undefined,
    standalone: false,
    embed: false,
    height: 'fill' as const,
    hidden: new Set<string>(),
    locked: new Set<string>(),
    gestures: 'auto' as const,
  };
  return render(
    <TimelineProvider store={store} translate={makeTranslate('en', english)}>
      <PageProvider value={page}>
        {part}
        <StatusLine />
      </PageProvider>
    </TimelineProvider>,
  );
}

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
