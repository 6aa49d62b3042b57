/** A small dataset as its file would have it. */
export interface SketchedSet {
  readonly id: string;
  readonly title: string;
  readonly events: readonly {
    readonly id: string;
    readonly date: string;
    readonly participants?: readonly string[];
    readonly title?: string;
  }[];
}

/** Its text. */
export function textOf({ id, title, events }: SketchedSet): string {
  return JSON.stringify({
    schemaVersion: '1.0',
    id,
    title,
    asOf: '2020-01-01',
    events: events.map((event) => ({ title: `Happening ${event.id}`, participants: ['Anna'], ...event })),
  });
}

/** Writes into the document what the build writes into a page: the first set inlined, all of them as inert scripts. */
export function shipSets(sets: readonly SketchedSet[]): void {
  const inlined = Object.assign(document.createElement('script'), {
    id: 'default-dataset',
    type: 'application/json',
    textContent: textOf(sets[0]!),
  });
  const template = Object.assign(document.createElement('template'), { id: 'shipped-datasets' });
  template.dataset['own'] = sets[0]!.id;
  template.dataset['together'] = String(new Set(sets.flatMap(({ events }) => events.map(({ id }) => id))).size);
  for (const { id, title, events } of sets) {
    const script = document.createElement('script');
    const days = events.map(({ date }) => date).toSorted();
    script.setAttribute('src', `./data/${id}.js`);
    Object.assign(script.dataset, { id, title, events: String(events.length), from: days[0], to: days.at(-1) });
    template.content.append(script);
  }
  document.body.append(inlined, template);
}

/** Stands in for the browser's loading of scripts: each one put into the page waits here for what becomes of it. */
export function scriptLoads(): {
  readonly asked: () => readonly string[];
  readonly arrive: (set: SketchedSet) => void;
  readonly fail: (id: string) => void;
} {
  const waiting: HTMLScriptElement[] = [];
  const append = document.head.append.bind(document.head);
  document.head.append = (...nodes) => {
    append(...nodes);
    waiting.push(...nodes.filter((node) => node instanceof HTMLScriptElement));
  };
  const take = (id: string): HTMLScriptElement => {
    const at = waiting.findIndex((script) => script.dataset['id'] === id);
    const [script] = at < 0 ? [] : waiting.splice(at, 1);
    if (script === undefined) throw new Error(`Nobody asked for ${id}`);
    return script;
  };
  return {
    asked: () => waiting.map((script) => script.getAttribute('src') ?? ''),
    arrive: (set) => {
      const script = take(set.id);
      script.dispatchEvent(new CustomEvent('timeline-dataset', { detail: textOf(set) }));
      script.dispatchEvent(new Event('load'));
    },
    fail: (id) => void take(id).dispatchEvent(new Event('error')),
  };
}
