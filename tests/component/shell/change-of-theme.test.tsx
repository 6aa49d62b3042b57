import { act, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import type { MessageKey, Translate } from '../../../src/base/translate';
import { DARK } from '../../../src/render/tokens';
import type { ThemeName } from '../../../src/state/address/view-params';
import { setView } from '../../../src/state/view/view-actions';
import { createThemeSource } from '../../../src/ui/context/theme';
import { App } from '../../../src/ui/shell/App';
import { PageAround, readDefaultDataset, storeOf } from '../../support/render-panels';

const syria = readDefaultDataset();

/** A translator that tells what it was asked for: whatever is rendered says something. */
function listening(): { readonly translate: Translate; readonly said: Set<MessageKey> } {
  const t = makeTranslate('en', english);
  const said = new Set<MessageKey>();
  const translate = Object.assign((...asked: Parameters<Translate>) => {
    said.add(asked[0]);
    return t(...asked);
  }, t) as Translate;
  return { translate, said };
}

function askedTheme(first: ThemeName) {
  let now = first;
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    set: (next: ThemeName) => {
      now = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

test.each(['timeline', 'list'] as const)(
  'another theme is seen on the %s, and renders nothing that has none',
  (view) => {
    const store = storeOf(syria);
    store.apply(setView, view);
    const { translate, said } = listening();
    const asked = askedTheme('light');
    render(
      <PageAround store={store} translate={translate} theme={createThemeSource(asked)}>
        <App />
      </PageAround>,
    );
    const root = screen.getByRole('banner').closest<HTMLElement>('.dt-app')!;
    expect([root.dataset['theme'], said.size > 20]).toEqual(['light', true]);
    said.clear();
    act(() => asked.set('dark'));
    expect([root.dataset['theme'], root.style.getPropertyValue('--paper')]).toEqual(['dark', DARK.paper]);
    // The overview is a picture, and painted as it is rendered.
    expect([...said].filter((key) => !key.startsWith('overview.'))).toEqual([]);
  },
);
