import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import { SaveButtons } from '../../../src/ui/keep/SaveButtons';
import { makeDataset } from '../../support/make-dataset';
import { PageAround, storeOf } from '../../support/render-panels';

function rendered(asksForPlace: boolean) {
  const onSave = vi.fn<(kind?: 'json' | 'txt') => void>();
  render(
    <PageAround store={storeOf(makeDataset([]))} translate={makeTranslate('en', english)}>
      <SaveButtons keeping={{ asksForPlace }} className="dt-link" onSave={onSave} />
    </PageAround>,
  );
  return onSave;
}

test('where the browser asks of which kind there is one button', async () => {
  const onSave = rendered(true);
  await userEvent.click(screen.getByRole('button'));
  expect(onSave.mock.calls).toEqual([[undefined]]);
});

test('elsewhere there is one for each kind', async () => {
  const onSave = rendered(false);
  await userEvent.click(screen.getByRole('button', { name: 'Save a file' }));
  await userEvent.click(screen.getByRole('button', { name: 'As text (.txt)' }));
  expect(onSave.mock.calls).toEqual([['json'], ['txt']]);
});
