import { cleanup } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { EventList } from '../../../src/ui/list/EventList';
import { Legend } from '../../../src/ui/chart/Legend';
import { LaneHeader } from '../../../src/ui/chart/LaneHeader';
import { ThemeProvider, createThemeSource } from '../../../src/ui/context/theme';
import { SettingsSection } from '../../../src/ui/settings/SettingsSection';
import { GivePicture } from '../../../src/ui/give/GivePicture';
import { ShareOptions } from '../../../src/ui/share/ShareOptions';
import { settingsOf } from '../../../src/ui/share/share-settings';
import { SidePanel } from '../../../src/ui/panel/SidePanel';
import { chooseActor, chooseEvent, choosePair } from '../../../src/state/view/choose';
import type { TimelineState } from '../../../src/state/view/timeline-state';
import { makeChart, shippedDataset } from '../../support/make-chart';
import { renderOver, storeOf } from '../../support/render-panels';
import { misheardIn, spokenLines } from '../../support/spoken-words';

const [FIRST, SECOND] = ['syria-cessation-2016', 'syria-diplomacy-2011-2016'].map(shippedDataset);

/** What would be heard wrongly of a part of the page over a set. */
function misheard(
  data: typeof FIRST,
  part: ReactNode,
  choose: (state: TimelineState) => TimelineState = (state) => state,
) {
  const store = storeOf(data!);
  store.apply(choose);
  const { container } = renderOver(store, part);
  const lines = spokenLines(container);
  expect(lines.length).toBeGreaterThan(0);
  cleanup();
  return misheardIn(lines);
}

test('the reader of lines hears words run together, signs, and what is said twice', () => {
  const box = document.createElement('div');
  box.innerHTML =
    '<p><svg></svg>said<svg></svg>done</p><p>24 Feb <span>(</span><button aria-label="how?">x</button>) ·</p><h2>Events</h2><p>Events</p><p>one <b>two</b> <i aria-hidden="true">·</i> three</p><label>Sort <select><option>Date</option></select></label>';
  expect(misheardIn(spokenLines(box))).toEqual([
    'run together: |said|done',
    'a sign: 24 Feb |(|',
    'a sign: ) ·',
    'twice: Events',
    'twice: Sort',
  ]);
});

describe('nothing is run together, read as a sign, or said twice running', () => {
  test('in the panel of each event', () => {
    for (const data of [FIRST, SECOND])
      expect(
        data!.events.flatMap(({ id }) => misheard(data, <SidePanel />, (state) => chooseEvent(state, id))),
      ).toEqual([]);
  });

  test('in the panels of actors and of two of them, and in the summary', () => {
    const faults = FIRST!.actors.flatMap(({ id }) => misheard(FIRST, <SidePanel />, (state) => chooseActor(state, id)));
    expect(faults).toEqual([]);
    expect(misheard(FIRST, <SidePanel />, (state) => choosePair(state, 'sergey-lavrov', 'john-kerry'))).toEqual([]);
    expect([FIRST, SECOND].flatMap((data) => misheard(data, <SidePanel />))).toEqual([]);
  });

  test('in the legend, the list and the heads of the rows', () => {
    expect(misheard(FIRST, <Legend />)).toEqual([]);
    expect(misheard(FIRST, <EventList />)).toEqual([]);
    const { lanes } = makeChart(FIRST!).chart;
    for (const lane of lanes)
      expect(misheard(FIRST, <LaneHeader lane={lane} lanes={lanes} read={1} saysTools tabStop={undefined} />)).toEqual(
        [],
      );
  });
});

test('what stands beside a list of choices, as its label, is said once', () => {
  const settings = settingsOf({});
  const asked = createThemeSource({ get: () => 'light', subscribe: () => () => undefined });
  const theme = { ...asked, choose: () => undefined };
  for (const part of [
    <EventList key="list" />,
    <ThemeProvider key="settings" value={theme}>
      <SettingsSection />
    </ThemeProvider>,
    <ShareOptions key="share" kind="iframe" settings={settings} onChange={() => undefined} />,
    <GivePicture
      key="image"
      state={storeOf(FIRST!).getState()}
      table={storeOf(FIRST!).getState().table!}
      mask={undefined}
      summary=""
      link={undefined}
      onPrint={() => undefined}
    />,
  ]) {
    const { container } = renderOver(storeOf(FIRST!), part);
    const selects = [...container.querySelectorAll('select')];
    expect(selects.length).toBeGreaterThan(0);
    expect(selects.filter((select) => select.labels.length === 0)).toEqual([]);
    expect(misheardIn(spokenLines(container)).filter((fault) => fault.startsWith('twice'))).toEqual([]);
    cleanup();
  }
});

test('signs that stylesheets write have no words', async () => {
  const { readdirSync, readFileSync } = await import('node:fs');
  const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
  const spoken = sheets.flatMap((name) => {
    const last = new Map<string, string>();
    for (const [, selector = '', body = ''] of readFileSync(`src/${name}`, 'utf8').matchAll(/([^{}]+)\{([^{}]*)\}/g))
      for (const [, value = ''] of body.matchAll(/content:\s*([^;]+);/g)) last.set(selector.trim(), value);
    return [...last].filter(
      ([, value]) => /^['"][^'"]/.test(value) && !value.includes('/') && !value.includes('counter'),
    );
  });
  expect(spoken).toEqual([]);
});
