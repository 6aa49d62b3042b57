import { describe, expect, test } from 'vitest';
import { clockOf, faultsOf, fixturePlan, importOf, importPlan, linesOf } from '../../support/import-file';

describe('events of schema.org', async () => {
  const plan = await fixturePlan('schema-org/traps.json');

  test('are found in a graph, in lists and in one another', () => {
    expect(linesOf(plan.events)).toEqual([
      '2016-02-11/2016-02-12 Talks in Munich',
      '2016-02-12 Press conference',
      '2016-02 Prefixed',
      '2016-03-01 Cancelled',
      '2014/2016 Exhibition',
      '2016-03-01 Ends too soon',
      '2016-03-03 In words',
      '- Undated',
      '2016-02-24 Local hour',
    ]);
  });

  test('have their hours beside them', () => {
    expect(plan.events[0]?.date?.note).toBe('20:00 – 01:00 +01:00');
    expect([clockOf(plan.events[8]!), plan.events[8]?.date?.note]).toEqual([undefined, '18:30']);
  });

  test('name who takes part, by id or in place, with what kind they are', () => {
    const labels = new Map(plan.dataset.actors.map((actor) => [actor.id, `${actor.label}, ${actor.kind}`]));
    expect(plan.events[0]?.participants.map(({ actor, role }) => `${labels.get(actor)}: ${role}`)).toEqual([
      'John Kerry, person: initiator',
      'Russian Government, government: party',
      'Staffan de Mistura, person: party',
      'The Elders, office: party',
    ]);
  });

  test('have a place with its country', () => {
    expect(plan.events[0]?.place).toEqual({ label: 'Hotel, Munich, DE', country: 'DE' });
    expect(plan.events[8]?.place).toEqual({ label: 'Geneva', country: undefined });
  });

  test('are a part of what they are in, or say', () => {
    const [whole] = plan.events;
    expect([1, 2, 7].map((row) => plan.events[row]?.relations)).toEqual(
      [1, 2, 7].map(() => [{ type: 'part-of', to: whole?.id, certainty: 'certain' }]),
    );
  });

  test('say that they are cancelled, and keep what has no field', () => {
    expect(plan.events[3]?.summary).toBe('Not held.\n\nCancelled.');
    expect(plan.events[7]?.extra).toEqual({ schemaOrg: { offers: { price: '0' } } });
    expect(plan.dataset.sources.map(({ url, title }) => [url, title])).toEqual([
      ['https://example.org/talks', undefined],
      ['https://example.org/p.jpg', 'The hall'],
      ['https://example.org/soon', undefined],
    ]);
    expect(faultsOf(plan)).toEqual(['/@graph/4: endDate, 2016-02-01 (dropped)']);
  });

  test('may stand alone, or in a list', async () => {
    const event = '{"@context":"http://schema.org","@type":"Event","name":"One","startDate":"2016"}';
    expect(linesOf((await importPlan(event)).events)).toEqual(['2016 One']);
    expect(linesOf((await importPlan(`[${event},${event}]`)).events)).toEqual(['2016 One', '2016 One']);
  });

  test('that are none are refused by what there is instead', async () => {
    expect(await importOf('{"@context":"https://schema.org","@type":"Recipe","name":"Soup"}')).toMatchObject({
      format: 'schema-org',
      survey: { ok: false, problem: { kind: 'no-events', detail: 'schema.org data without an Event; it has Recipe' } },
    });
  });

  test('nested without end cost no more than their depth', async () => {
    const deep = '{"@type":"Event","name":"x","subEvent":'.repeat(2000);
    const { survey } = await importOf(`${deep}1${'}'.repeat(2000)}`);
    expect(survey?.ok === true && survey.plan.events.length).toBe(41);
  });
});
