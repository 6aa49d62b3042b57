import type { Page } from 'playwright-core';

/**
 * What is wrong with the place of the focus, in words; empty where it is inside the timeline, in sight and uncovered.
 */
export async function focusFaults(page: Page): Promise<string> {
  return page.evaluate(() => {
    const host = document.activeElement;
    const root = host?.shadowRoot ?? document;
    const element = root.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return 'nothing has the focus';
    if (element.closest('.dt-app') === null) return `${element.tagName} outside the timeline has it`;
    const name = `${element.tagName}.${element.className}`;
    if (element.dataset['keeps'] !== undefined) return `${name} only keeps it for what is to come`;
    if (!element.checkVisibility({ visibilityProperty: true })) return `${name} is not rendered`;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [x0, x1, y0, y1] = [
      Math.max(left, 0),
      Math.min(right, innerWidth),
      Math.max(top, 0),
      Math.min(bottom, innerHeight),
    ];
    if (x1 - x0 < 1 || y1 - y0 < 1) return `${name} is out of sight`;
    // Some of it must be seen (WCAG 2.4.11): the middle, or a point near a corner.
    const points = [
      [(x0 + x1) / 2, (y0 + y1) / 2],
      [x0 + 2, y0 + 2],
      [x1 - 2, y1 - 2],
      [x0 + 2, y1 - 2],
      [x1 - 2, y0 + 2],
    ];
    const over = points.map(([x = 0, y = 0]) => root.elementFromPoint(x, y));
    if (
      over.some(
        (hit) =>
          hit !== null &&
          (element.contains(hit) ||
            (hit.contains(element) && hit !== document.body) ||
            hit.closest('label')?.contains(element) === true),
      )
    )
      return '';
    return `${name} lies under ${over[0]?.tagName}.${over[0]?.className}`;
  });
}

/** What has the focus, as a test names it: its class, and the event, lane or header part it stands for. */
export async function focusName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const host = document.activeElement;
    const element = (host?.shadowRoot?.activeElement ?? host) as HTMLElement;
    const { event, head, row } = element.dataset;
    const lane = element.closest<HTMLElement>('.dt-lane')?.dataset['lane'];
    return [
      element.className.split(' ').find((part) => part !== 'dt-button' && part !== 'dt-link') ?? element.tagName,
      lane,
      head,
      event ?? row,
    ]
      .filter((part) => part !== undefined)
      .join(' ');
  });
}
