import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { lazyCode } from '../../../src/base/lazy-code';
import { ErrorBoundary } from '../../../src/ui/context/ErrorBoundary';
import { useLazy } from '../../../src/ui/context/use-lazy';
import { makeDataset } from '../../support/make-dataset';
import { renderOver, storeOf } from '../../support/render-panels';

/** Words that come as code does, when the test says so. */
function wordsOnDemand() {
  const waiting: { readonly resolve: (words: string) => void; readonly reject: (error: Error) => void }[] = [];
  const code = lazyCode(() => new Promise<string>((resolve, reject) => waiting.push({ resolve, reject })));
  function Words({ wanted = true }: { readonly wanted?: boolean }) {
    return <p>{useLazy(code, wanted) ?? 'not yet'}</p>;
  }
  return { Words, asked: () => waiting.length, last: () => waiting.at(-1)! };
}

test('what shows code that isn’t here yet asks for it, and shows it as soon as it is', async () => {
  const { Words, asked, last } = wordsOnDemand();
  render(<Words />);
  expect([screen.getByText('not yet').tagName, asked()]).toEqual(['P', 1]);
  await act(async () => last().resolve('here'));
  expect(screen.getByText('here').tagName).toBe('P');
});

test('code that is here is shown at once', async () => {
  const { Words, last } = wordsOnDemand();
  const { unmount } = render(<Words />);
  await act(async () => last().resolve('here'));
  unmount();
  render(<Words wanted={false} />);
  expect(screen.getByText('here').tagName).toBe('P');
});

test('code that somebody else loaded is shown when it comes, also after it could not be had', async () => {
  const { Words, last } = wordsOnDemand();
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  renderOver(
    storeOf(makeDataset([])),
    <>
      <Words wanted={false} />
      <ErrorBoundary name="the words">
        <Words />
      </ErrorBoundary>
    </>,
  );
  await act(async () => last().reject(new Error('gone')));
  expect(screen.getAllByText('not yet')).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await act(async () => last().resolve('here'));
  expect(screen.getAllByText('here')).toHaveLength(2);
  told.mockRestore();
});

test('what isn’t wanted isn’t asked for', () => {
  const { Words, asked } = wordsOnDemand();
  const { rerender } = render(<Words wanted={false} />);
  expect(asked()).toBe(0);
  rerender(<Words wanted />);
  expect(asked()).toBe(1);
});

test('what can’t be loaded is told by the boundary around it, whose retry asks once more', async () => {
  const { Words, asked, last } = wordsOnDemand();
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  renderOver(
    storeOf(makeDataset([])),
    <ErrorBoundary name="the words">
      <Words />
    </ErrorBoundary>,
  );
  await act(async () => last().reject(new Error('assets/words.js could not be loaded')));
  expect(screen.getByRole('alert').textContent).toContain('assets/words.js could not be loaded');
  expect(asked(), 'not over and over').toBe(1);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(asked()).toBe(2);
  await act(async () => last().resolve('here'));
  expect(screen.getByText('here').tagName).toBe('P');
  expect(screen.queryByRole('alert')).toBeNull();
  told.mockRestore();
});
