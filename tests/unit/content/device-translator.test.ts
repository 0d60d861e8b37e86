import { describe, expect, it, vi } from 'vitest';
import { deviceTranslator, hasDeviceTranslator } from '@/components/content/understand/device-translator';
import { aTranslatingWorld } from '../../component/content/translating-world';

const pair = { from: 'de', into: 'en' };
const aRun = () => {
  const life = new AbortController();
  return { life, onProgress: vi.fn<(part: number) => void>(), signal: life.signal };
};

describe('the browser’s translator', () => {
  it('is absent where the browser has none', () => {
    expect(hasDeviceTranslator({})).toBe(false);
    expect(deviceTranslator({})).toBeNull();
    expect(deviceTranslator({ Translator: {} as never })).toBeNull();
  });

  it.each([
    ['available', 'ready'],
    ['downloadable', 'needs-download'],
    ['downloading', 'needs-download'],
    ['unavailable', 'unable'],
  ] as const)('is asked about exactly the pair it is made for: %s', async (availability, readiness) => {
    const { world, created, asked } = aTranslatingWorld({ availability });
    const translator = deviceTranslator(world)!;
    expect(await translator.readiness(pair)).toBe(readiness);
    await translator.translate('Hallo', pair, aRun());
    expect(asked).toEqual([{ sourceLanguage: 'de', targetLanguage: 'en' }]);
    expect(created[0]).toMatchObject(asked[0]!);
  });

  it('has nothing to do between a language and itself, or where a page forbids it', async () => {
    expect(await deviceTranslator(aTranslatingWorld().world)!.readiness({ from: 'de', into: 'de' })).toBe('unable');
    const { world } = aTranslatingWorld({ isForbidden: true });
    expect(await deviceTranslator(world)!.readiness(pair)).toBe('unable');
  });

  it('is created at once, in answer to the press', () => {
    const { world, created } = aTranslatingWorld();
    void deviceTranslator(world)!.translate('Hallo', pair, aRun());
    expect(created).toHaveLength(1);
  });

  it('tells what of the model has come, translates, and is put away', async () => {
    const { world, destroyed } = aTranslatingWorld({ progress: [0.25, 1] });
    const run = aRun();
    expect(await deviceTranslator(world)!.translate('Hallo', pair, run)).toEqual({ ok: true, value: '[en] Hallo' });
    expect(run.onProgress.mock.calls).toEqual([[0.25], [1]]);
    expect(destroyed()).toBe(1);
  });

  it('says that it was cancelled, and that it failed', async () => {
    const run = aRun();
    const pending = deviceTranslator(aTranslatingWorld({ isEndless: true }).world)!.translate('Hallo', pair, run);
    run.life.abort();
    expect(await pending).toEqual({ ok: false, error: { kind: 'cancelled' } });
    const { world } = aTranslatingWorld({ isBroken: true });
    expect(await deviceTranslator(world)!.translate('Hallo', pair, aRun())).toEqual({
      ok: false,
      error: { kind: 'failed' },
    });
  });
});

describe('the browser’s language detector', () => {
  it.each([
    ['is believed when it is sure', { detectedLanguage: 'nl', confidence: 0.9 }, 'nl'],
    ['is not believed when it is not', { detectedLanguage: 'nl', confidence: 0.4 }, null],
    ['knows when it does not know', { detectedLanguage: 'und', confidence: 1 }, null],
  ])('%s', async (_, detected, lang) => {
    expect(await deviceTranslator(aTranslatingWorld({ detected }).world)!.detect('Hallo')).toBe(lang);
  });

  it('is left alone where it is missing or would fetch something', async () => {
    expect(await deviceTranslator(aTranslatingWorld().world)!.detect('Hallo')).toBeNull();
    const waiting = aTranslatingWorld({
      detected: { detectedLanguage: 'nl', confidence: 1 },
      detector: 'downloadable',
    });
    expect(await deviceTranslator(waiting.world)!.detect('Hallo')).toBeNull();
  });
});
