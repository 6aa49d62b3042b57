import { render, screen, waitFor } from '@testing-library/react';
import { useRef } from 'react';
import { describe, expect, test } from 'vitest';
import { useFocusKeeper } from '../../../src/ui/kit/focus/use-focus-keeper';

const MENU = ['Menu'];
const NOTHING: readonly string[] = [];

/** A page with a head, a view of named buttons (`event:name` for one that stands for an event), and more beside it. */
const PLACES = { key: 'event', main: '.dt-main', view: '.dt-view' } as const;

function Page({
  head = MENU,
  view,
  tray = NOTHING,
}: {
  readonly head?: readonly string[];
  readonly view: readonly string[];
  readonly tray?: readonly string[];
}) {
  const root = useRef<HTMLDivElement>(null);
  const keeper = useFocusKeeper(root, PLACES);
  return (
    <div ref={root} className="dt-app" {...keeper}>
      <header>
        {head.map((name) => (
          <button key={name} type="button">
            {name}
          </button>
        ))}
      </header>
      <main className="dt-main">
        <div className="dt-view">
          {view.length === 0 ? null : (
            <ul key={view[0]?.split(':').at(0)}>
              {view.map((name) => (
                <li key={name}>
                  <button type="button" className="a" data-event={name.split(':')[1]}>
                    {name}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
        {tray.length === 0 ? null : (
          <section>
            {tray.map((name) => (
              <button key={name} type="button">
                {name}
              </button>
            ))}
          </section>
        )}
      </main>
    </div>
  );
}

const focus = (name: string) => screen.getByRole('button', { name }).focus();
const lands = (name: string) => waitFor(() => expect(document.activeElement?.textContent).toBe(name));

describe('a focus whose element goes away', () => {
  test('goes to what takes its place, or at the end to the one before', async () => {
    const { rerender } = render(<Page view={['v', 'w', 'x']} />);
    focus('w');
    rerender(<Page view={['v', 'x']} />);
    await lands('x');
    rerender(<Page view={['v']} />);
    await lands('v');
  });

  test('leaves a part that goes as a whole for its neighbour', async () => {
    const { rerender } = render(<Page view={['v', 'w']} tray={['Unpin']} />);
    focus('Unpin');
    rerender(<Page view={['v', 'w']} />);
    await lands('w');
  });

  test('follows its event into another view, and waits for it', async () => {
    const { rerender } = render(<Page view={['chart:a', 'chart:b']} />);
    focus('chart:b');
    rerender(<Page view={[]} />);
    await waitFor(() => expect(document.activeElement?.className).toBe('dt-main'));
    rerender(<Page view={['list:a', 'list:b']} />);
    await lands('list:b');
    expect(document.querySelector('.dt-main')?.hasAttribute('tabindex')).toBe(false);
  });

  test('isn’t taken from the reader, who has moved it', async () => {
    const { rerender } = render(<Page view={['v', 'w']} />);
    focus('w');
    focus('Menu');
    rerender(<Page view={['v']} />);
    await Promise.resolve();
    expect(document.activeElement?.textContent).toBe('Menu');
    (document.activeElement as HTMLElement).blur();
    rerender(<Page head={[]} view={['v']} />);
    await Promise.resolve();
    expect(document.activeElement).toBe(document.body);
  });
});
