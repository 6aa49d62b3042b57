import { expect, test, vi } from 'vitest';
import { makeEmitter } from '../../../src/base/emitter';
import { tellAll } from '../../../src/base/report-fault';
import { setView } from '../../../src/state/view/view-actions';
import { createTimelineStore } from '../../../src/state/view/store';

const broken = new Error('a listener broke');
const breaks = () => {
  throw broken;
};

/** What was reported: as an error that nobody caught where there is a way, else on the console. */
function reports() {
  const heard = vi.fn<(error: unknown) => void>();
  vi.stubGlobal('reportError', heard);
  return heard;
}

test('whoever listens is told, whichever listener throws; each is reported once', () => {
  const heard = reports();
  const told = vi.fn<(words: string) => void>();
  tellAll([breaks, told, breaks], 'news');
  expect(told.mock.calls).toEqual([['news']]);
  expect(heard.mock.calls).toEqual([[broken], [broken]]);
});

test('an emitter and a store go on, and so does whoever changed the state', () => {
  const heard = reports();
  const told = vi.fn();
  const emitter = makeEmitter();
  emitter.subscribe(breaks);
  emitter.subscribe(() => told('emitter'));
  emitter.emit();
  const store = createTimelineStore();
  store.subscribe(breaks);
  store.subscribe((state, before) => told(`${before.view} ${state.view}`));
  store.apply(setView, 'list');
  expect(told.mock.calls).toEqual([['emitter'], ['auto list']]);
  expect(heard).toHaveBeenCalledTimes(2);
});

test('where nothing reports an error, the console has it', () => {
  vi.stubGlobal('reportError', undefined);
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  tellAll([breaks]);
  expect(said.mock.calls).toEqual([[broken]]);
});
