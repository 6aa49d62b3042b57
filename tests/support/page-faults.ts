import type { Page } from 'playwright-core';

/** How far the page can be scrolled sideways, CSS px. */
export async function sidewaysPx(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/**
 * What can be pressed and is smaller than `leastPx` in either direction, as "name: width x height". Counted is what
 * answers at the place: an element's own box, what lies around it and belongs to it (a card, a row), its label. Links
 * within a line of text may be as small as it (WCAG 2.5.8, "inline"); with `spaced`, others may where a circle of that
 * size about their middle meets no other's ("spacing").
 */
export async function smallTargets(page: Page, leastPx: number, spaced = false): Promise<string[]> {
  return page.evaluate(
    ([least, mayBeSpaced]) => {
      const top = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
      const found = [
        ...top.querySelectorAll<HTMLElement>(
          'a[href], button, input, select, textarea, summary, [role="slider"], [role="tab"], [role="option"], [role^="menuitem"]',
        ),
      ];
      const answersAt = (element: HTMLElement, x: number, y: number): boolean => {
        const hit = document.elementFromPoint(x, y);
        if (hit === null) return false;
        if (element.contains(hit)) return true;
        return (
          hit.closest('label')?.control === element ||
          (element instanceof HTMLInputElement && [...(element.labels ?? [])].some((label) => label.contains(hit)))
        );
      };
      const isUnderMenu = (element: HTMLElement, x: number, y: number): boolean =>
        [
          [0, -1],
          [0, 1],
          [-1, 0],
          [1, 0],
        ].some(([dx = 0, dy = 0]) => {
          const menu = document.elementFromPoint(x + dx * (least / 2), y + dy * (least / 2))?.closest('[popover]');
          return menu !== null && menu !== undefined && !menu.contains(element);
        });
      /** How far it answers from its middle, one way and the other. */
      const reach = (element: HTMLElement, x: number, y: number, dx: number, dy: number): number => {
        let px = 0;
        for (const sign of [-1, 1]) {
          for (let step = 1; step <= least; step += 1) {
            if (!answersAt(element, x + dx * sign * step, y + dy * sign * step)) break;
            px += 1;
          }
        }
        return px + 1;
      };
      /** Whether its circle meets no other target, nor the circle of one that is small as well. */
      const isApart = (element: Element, x: number, y: number): boolean =>
        found.every((other) => {
          if (other === element || !other.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
            return true;
          const box = other.getBoundingClientRect();
          if (box.width <= 1 || box.height <= 1) return true;
          const isSmall = box.width < least || box.height < least;
          const dx = Math.max(box.left - x, 0, x - box.right);
          const dy = Math.max(box.top - y, 0, y - box.bottom);
          const between = Math.hypot(x - (box.left + box.width / 2), y - (box.top + box.height / 2));
          return Math.hypot(dx, dy) >= least / 2 - 0.5 && (!isSmall || between >= least - 0.5);
        });
      const faults: string[] = [];
      for (const element of found) {
        if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        const style = getComputedStyle(element);
        if (style.pointerEvents === 'none') continue;
        let box = element.getBoundingClientRect();
        if (box.width <= 1 || box.height <= 1) continue;
        if (box.width >= least - 0.5 && box.height >= least - 0.5) continue;
        const isInLine =
          style.display.startsWith('inline') &&
          [...element.parentElement!.childNodes].some(
            (node) => node !== element && node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '',
          );
        if (isInLine) continue;
        element.scrollIntoView({ block: 'center', inline: 'nearest' });
        box = element.getBoundingClientRect();
        const x = box.x + box.width / 2;
        const y = box.y + box.height / 2;
        // Something lies over it, as a row of its own group does over what it holds, or an open menu over half of it.
        if (!answersAt(element, x, y) || isUnderMenu(element, x, y)) continue;
        const width = Math.max(box.width, reach(element, x, y, 1, 0));
        const height = Math.max(box.height, reach(element, x, y, 0, 1));
        if ((width < least - 1 || height < least - 1) && !(mayBeSpaced && isApart(element, x, y)))
          faults.push(
            `${element.className || element.tagName} "${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}": ${Math.round(width)} x ${Math.round(height)}`,
          );
      }
      return [...new Set(faults)];
    },
    [leastPx, spaced] as const,
  );
}

/**
 * Text that can't be read: cut off by what it stands in (unless that says the whole in a tooltip), spilling out of its
 * control, higher than its field, or lying on other text of the same layer.
 */
export async function lostText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const top = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
    const faults: string[] = [];
    const textOf = (node: Node) => node.textContent!.trim().replaceAll(/\s+/g, ' ').slice(0, 40);
    const placeOf = (element: Element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
    interface Line {
      readonly text: string;
      readonly element: Element;
      readonly layer: Element;
      readonly box: DOMRect;
    }
    const lines: Line[] = [];
    const layerOf = (element: Element): Element => {
      for (let each: Element | null = element; each !== null; each = each.parentElement) {
        const { position } = getComputedStyle(each);
        if (position === 'fixed' || position === 'sticky' || each.matches('dialog, [popover]')) return each;
      }
      return document.body;
    };
    const seen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest('.dt-visually-hidden, [aria-hidden="true"] .dt-printed, .dt-printed') === null;
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement!;
      if (
        node.textContent!.trim() === '' ||
        element.matches('script, style, option, title, [aria-hidden="true"]') ||
        !seen(element)
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = inView(
        element,
        [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1),
      );
      if (boxes.length === 0) continue;
      const clip = cutBy(element, boxes);
      if (clip === 'gone' || clip === 'told') continue;
      if (clip !== undefined) faults.push(`cut: "${textOf(node)}" by ${clip}`);
      const control = element.closest('button, a.dt-button, [role="tab"]');
      const frame = control?.getBoundingClientRect();
      // A button that is as wide as its line of text has no box of its own.
      if (
        control !== null &&
        frame !== undefined &&
        getComputedStyle(control).display !== 'inline' &&
        boxes.some(
          (box) =>
            box.left < frame.left - 2 ||
            box.right > frame.right + 2 ||
            box.top < frame.top - 3 ||
            box.bottom > frame.bottom + 3,
        )
      ) {
        faults.push(`spills: "${textOf(node)}" out of ${placeOf(control)}`);
      }
      if (clip === undefined)
        for (const box of boxes) lines.push({ text: textOf(node), element, layer: layerOf(element), box });
    }
    for (const field of top.querySelectorAll<HTMLElement>('input:not([type="checkbox"]):not([type="radio"]), select')) {
      if (!seen(field) || field.clientHeight <= 1) continue;
      const { lineHeight, fontSize } = getComputedStyle(field);
      if (field.clientHeight < Math.min(parseFloat(lineHeight) || Infinity, parseFloat(fontSize) * 1.15) - 1)
        faults.push(`low: ${placeOf(field)} ${field.clientHeight} px`);
    }
    lines.forEach((a, index) => {
      for (const b of lines.slice(index + 1)) {
        if (a.element === b.element || a.layer !== b.layer) continue;
        const x = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const y = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        // Of a line box the glyphs take the middle.
        if (x > 2 && y > 0.34 * Math.min(a.box.height, b.box.height))
          faults.push(`overlap: "${a.text}" and "${b.text}"`);
      }
    });
    return [...new Set(faults)];

    /** Those that aren't scrolled out of a box's view. */
    function inView(element: Element, boxes: readonly DOMRect[]): DOMRect[] {
      for (
        let each: Element | null = element;
        each !== null && each !== document.documentElement;
        each = each.parentElement
      ) {
        if (!/auto|scroll/.test(getComputedStyle(each).overflowY)) continue;
        const frame = each.getBoundingClientRect();
        return boxes.filter((box) => box.bottom <= frame.bottom + 2 && box.top >= frame.top - 2);
      }
      return [...boxes];
    }

    /**
     * What cuts these boxes, `gone` where nothing of them is left to see, `told` where a tooltip has the whole,
     * undefined where all is, or can be scrolled to.
     */
    function cutBy(element: Element, boxes: readonly DOMRect[]): string | undefined {
      for (
        let each: Element | null = element;
        each !== null && each !== document.documentElement;
        each = each.parentElement
      ) {
        const { overflowX, overflowY, position } = getComputedStyle(each);
        const frame = each.getBoundingClientRect();
        if (/auto|scroll/.test(overflowX) || /auto|scroll/.test(overflowY)) return undefined;
        const hidesX = /hidden|clip/.test(overflowX);
        const hidesY = /hidden|clip/.test(overflowY);
        if (hidesX || hidesY) {
          const out = boxes.filter(
            (box) =>
              (hidesX && (box.left < frame.left - 1.5 || box.right > frame.right + 1.5)) ||
              (hidesY && (box.top < frame.top - 5 || box.bottom > frame.bottom + 5)),
          );
          if (
            out.length === boxes.length &&
            out.every(
              (box) =>
                box.right <= frame.left + 1 ||
                box.left >= frame.right - 1 ||
                box.bottom <= frame.top + 1 ||
                box.top >= frame.bottom - 1,
            )
          )
            return 'gone';
          if (out.length > 0) return element.closest('[title]') !== null ? 'told' : placeOf(each);
        }
        if (position === 'fixed') return undefined;
      }
      return undefined;
    }
  });
}
