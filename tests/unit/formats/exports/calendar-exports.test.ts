import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RARE_DATES } from '../../../../src/model/dates/parse-event-date';
import { comparable, datasetOf, readBack, writerOf, written } from '../../../support/exported';
import { randomFile } from '../../../support/random-file';

await RARE_DATES.load();

test.each(['icalendar', 'timelinejs'] as const)('%s gives back all that it says it holds', async (id) => {
  const writer = await writerOf(id);
  await fc.assert(
    fc.asyncProperty(randomFile, async (file) => {
      const dataset = datasetOf(file);
      const held = writer.held(dataset);
      fc.pre(held.events.length > 0);
      const back = await readBack(written(writer, dataset), `timeline.${writer.extension}`);
      const own = new Map(held.events.map((event) => [event.id, event.date?.display]));
      // Words for a date that a format can't tell are the file's, not the author's.
      const events = back.events.map((event) =>
        event.date !== undefined && own.get(event.id) === undefined
          ? { ...event, date: { ...event.date, display: undefined } }
          : event,
      );
      expect(comparable(events, back.dataset)).toEqual(comparable(held.events, held));
    }),
    { numRuns: 15 },
  );
});
