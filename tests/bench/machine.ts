import { cpus, loadavg, release, totalmem, type } from 'node:os';
import type { Browser } from 'playwright-core';
import type { Machine } from './results';

const loadBefore = loadavg()[0] ?? 0;

/** What the numbers were taken on. */
export async function describeMachine(browser: Browser | undefined): Promise<Machine> {
  const all = cpus();
  return {
    processor: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    loadBefore,
    node: process.version,
    browser: browser === undefined ? undefined : `Chromium ${browser.version()}, headless`,
    drawing: browser === undefined ? undefined : await drawingOf(browser),
  };
}

async function drawingOf(browser: Browser): Promise<string> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { gpu } = await session.send('SystemInfo.getInfo');
    const status: Record<string, unknown> = gpu.featureStatus ?? {};
    const isSoftware = /software|disabled/.test(String(status['gpu_compositing'] ?? ''));
    return `${isSoftware ? 'software' : 'graphics card'} (2d canvas: ${String(status['2d_canvas'])}, compositing: ${String(status['gpu_compositing'])})`;
  } finally {
    await session.detach();
  }
}
