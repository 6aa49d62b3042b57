import type { Page } from 'playwright-core';

/** Presses keys as a person would, and counts them; a typed letter is one. */
export interface CountedKeys {
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Presses one key until what matches has the focus; fails after 40. */
  readonly pressUntil: (key: string, selector: string) => Promise<void>;
  readonly count: () => number;
}

const MOST = 40;

export function countedKeys(page: Page): CountedKeys {
  let count = 0;
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      count++;
      await page.keyboard.press(key);
    }
  };
  return {
    press,
    type: async (text) => {
      count += text.length;
      await page.keyboard.type(text);
    },
    pressUntil: async (key, selector) => {
      for (let presses = 0; presses < MOST; presses++) {
        if (await hasFocus(page, selector)) return;
        const before = await page.evaluateHandle(focusedElement);
        await press(key);
        // Else the key would be pressed, and counted, once more for nothing: what it leads to may take a frame.
        await page.waitForFunction((was) => {
          const { activeElement } = document;
          return (activeElement?.shadowRoot?.activeElement ?? activeElement) !== was;
        }, before);
      }
      throw new Error(`${MOST} times ${key} never led to ${selector}`);
    },
    count: () => count,
  };
}

// Runs in the page.
function focusedElement(): Element | null {
  const { activeElement } = document;
  return activeElement?.shadowRoot?.activeElement ?? activeElement;
}

/** Whether what has the focus, in the page or the shadow root that has it, matches. */
export function hasFocus(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const { activeElement } = document;
    return (activeElement?.shadowRoot?.activeElement ?? activeElement)?.matches(wanted) ?? false;
  }, selector);
}
