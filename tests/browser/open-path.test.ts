import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useStage } from '../support/browser-timeline';

const stage = useStage();

/**
 * Invented. Days that can be read two ways and no other that would tell which, months alone, "early 2002", names joined by
 * " and " one of which holds that word itself, and a source a row.
 */
const SHEET = `When,What happened,Who,Link
${Array.from({ length: 4 }, (_, n) => `${[3, 5, 6, 7][n] ?? 3}/4/2016,Round ${n + 1} in Velden,Ines Hallgren and Land and Water Board,https://lake.example/rounds/${n}`).join('\n')}
March 2014,Joint text initialled,Arvia and Besmar,https://lake.example/text
Feb 2015,Observers count the boats,Ines Hallgren and Arvia,https://lake.example/boats
early 2002,First letter,Besmar,https://lake.example/letter
`;

async function bring(page: Page, how: 'drop' | 'paste'): Promise<void> {
  await page.evaluate(
    ([text, way]) => {
      const data = new DataTransfer();
      const target = document.activeElement ?? document.body;
      if (way === 'paste') {
        data.setData('text/plain', text.replaceAll(',', '\t'));
        target.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
        return;
      }
      data.items.add(new File([text], 'lake.csv', { type: 'text/csv' }));
      for (const type of ['dragenter', 'dragover', 'drop'])
        target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
    },
    [SHEET, how] as const,
  );
}

/** All that leaves the page: but the page's own files, which it fetches once, nothing may. */
function watched(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    const own = [`${stage.url()}assets/`, `${stage.url()}icon.svg`];
    const isOwn = request.method() === 'GET' && own.some((start) => url.startsWith(start)) && !url.includes('?');
    if (!isOwn && !url.startsWith('blob:')) asked.push(`${request.method()} ${url}`);
  });
  page.on('websocket', (socket) => asked.push(socket.url()));
  return asked;
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });

async function isRight(page: Page): Promise<void> {
  await page.locator('.dt-opened-words').getByText('7 events shown.').waitFor();
  expect(await focused(page)).toBe('What became of the file');
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.locator('.dt-list .dt-event-link').first().waitFor();
  const list = (await page.locator('.dt-list').innerText()).replaceAll(/\s+/g, ' ');
  for (const words of ['early 2002', '3 Apr', '5 Apr', '6 Apr', '7 Apr', 'Land and Water Board'])
    expect(list).toContain(words);
  expect(await page.locator('.dt-source strong').allInnerTexts()).toContain('lake.example/rounds/2');
}

test('by mouse, five actions lead from a sheet to the right timeline, and nothing leaves the machine', async () => {
  const { page } = await stage.open({ fresh: true });
  const asked = watched(page);
  let actions = 0;
  const click = async (name: RegExp): Promise<void> => {
    actions += 1;
    await page.getByRole('button', { name }).click();
  };
  actions += 1;
  await bring(page, 'drop');
  await click(/^Settle 4 dates can be read two ways/);
  await page
    .locator('.dt-map')
    .getByRole('button', { name: /^3 Apr 2016/ })
    .waitFor();
  await click(/^3 Apr 2016/);
  await click(/^Keep as one name/);
  await click(/^Open 7 events/);
  await isRight(page);
  expect(actions).toBe(5);
  expect(asked).toEqual([]);
});

test('by keys, each question is led to from the plan, and opened from where one is; the focus finds its way back', async () => {
  const { page } = await stage.open({ fresh: true });
  const asked = watched(page);
  const pressed: string[] = [];
  const press = async (key: string): Promise<void> => {
    pressed.push(key);
    await page.keyboard.press(key);
  };
  const pressUntil = async (key: string, is: RegExp): Promise<void> => {
    for (let n = 0; n < 12 && !is.test(await focused(page)); n += 1) await press(key);
    expect(await focused(page)).toMatch(is);
  };
  const home = page.getByRole('button', { name: 'Share', exact: true });
  await home.focus();
  await bring(page, 'paste');
  await page.locator('.dt-plan-point').first().waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('.dt-plan h2') === true);
  await pressUntil('Tab', /^Settle 4 dates/);
  await press('Enter');
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('2016') === true);
  await pressUntil('ArrowRight', /^3 Apr 2016/);
  await press('Enter');
  await pressUntil('Tab', /^Keep as one name/);
  await press('Enter');
  await press('Control+Enter');
  await page.locator('.dt-opened').waitFor();
  expect(pressed.filter((key) => key === 'Enter' || key === 'Control+Enter')).toHaveLength(4);
  expect(pressed.length).toBeLessThanOrEqual(14);
  await isRight(page);
  await page.getByRole('button', { name: 'Undo open' }).press('Enter');
  await page.locator('.dt-opened').waitFor({ state: 'detached' });
  expect(await focused(page)).toBe('Share');
  expect(asked).toEqual([]);
});

test('Esc leads from the columns back to what led there, and what was opened is said once', async () => {
  const { page } = await stage.open({ fresh: true });
  await bring(page, 'drop');
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await page.locator('.dt-map').waitFor();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.textContent === 'Correct');
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => {
      for (const line of document.querySelectorAll('.dt-status'))
        if (line.textContent !== '' && said.at(-1) !== line.textContent) said.push(line.textContent);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await page.locator('.dt-plan').getByRole('button', { name: 'Open', exact: true }).click();
  await page.waitForFunction(() => document.activeElement?.classList.contains('dt-opened') === true);
  await page.waitForFunction(() =>
    (Reflect.get(window, 'said') as string[]).some((each) => each.includes('7 events shown')),
  );
  const said = (await page.evaluate(() => Reflect.get(window, 'said') as string[])).join(' | ');
  expect(said.split('7 events shown').length - 1).toBe(1);
  await page.getByRole('button', { name: 'Change columns' }).click();
  await page.locator('.dt-map').waitFor();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.textContent === 'Change columns');
});

test('a table with the same headings is planned as the last one was read, until somebody starts afresh', async () => {
  const { page } = await stage.open({ fresh: true });
  await bring(page, 'drop');
  await page.getByRole('button', { name: /^Settle 4 dates/ }).click();
  await page.getByRole('button', { name: /^3 Apr 2016/ }).click();
  await page.getByRole('button', { name: /^Open 7 events/ }).click();
  await page.locator('.dt-opened').waitFor();
  await bring(page, 'drop');
  const plan = page.locator('.dt-plan');
  await plan.getByText('Read as last time.').waitFor();
  await plan.getByText('4 dates read day first, as you said.').waitFor();
  await plan.getByRole('button', { name: 'Start afresh' }).click();
  await plan.getByText('4 dates can be read two ways').waitFor();
  expect(await plan.getByText('Read as last time.').count()).toBe(0);
  await plan.getByRole('button', { name: 'Correct', exact: true }).click();
  expect(await page.getByRole('button', { name: /^3 Apr 2016/ }).getAttribute('aria-pressed')).toBe('false');
});
