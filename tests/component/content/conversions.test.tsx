import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Keepable } from '@/components/content/model';
import { err, ok } from '@/utils/domain/result';
import { axeFindings, button, key, press, showAssistant } from './harness';
import { aConversion } from './samples';

afterEach(cleanup);

/** A key pressed anywhere in the page, as the browser reports one of a person. */
async function pressKey(code: string, init: KeyboardEventInit = {}): Promise<void> {
  const event = new KeyboardEvent('keydown', { code, altKey: true, bubbles: true, cancelable: true, ...init });
  Object.defineProperty(event, 'isTrusted', { value: true });
  Object.defineProperty(event, 'getModifierState', { value: () => false });
  window.dispatchEvent(event);
}

const region = () => within(screen.getByRole('region', { name: 'Conversions' }));

describe('the chip', () => {
  it('shows the two lines that matter and how many more sizes there are; the ranges are in its tooltip', () => {
    const lines = ['EU', 'UK', 'US'].map((label) => ({ label, value: '39', range: '38–39' }));
    showAssistant({ conversions: [aConversion({ lines }), aConversion({ start: 20, end: 25, heard: 'EU 41' })] });
    const chip = region().getByRole('button', { name: /^UK 5.5/ });
    expect(chip.textContent).toBe('UK 5.5 · women → EU 39 · UK 39+1');
    expect(chip.title).toContain('EU 39 (38–39) · UK 39 (38–39) · US 39 (38–39)');
  });

  it('says why there is no answer, and offers nothing to insert', async () => {
    const { container } = showAssistant({
      conversions: [
        aConversion({
          kind: 'cannot',
          cannot: 'convert.cannot.contradiction',
          lines: [],
          insertText: '',
          warnings: [],
        }),
      ],
    });
    expect(region().getByRole('button', { name: /^UK 5.5/ }).textContent).toMatch(/→ Can't say: /);
    expect(screen.queryByRole('button', { name: 'Insert conversion' })).toBeNull();
    await press(button(/^UK 5.5/));
    expect(region().getByText(/^Can't say: /)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Insert conversion' })).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('says which answers come from a product card', async () => {
    showAssistant({ conversions: [aConversion({ basis: { kind: 'product', sourceId: 'lamp' } })] });
    await press(button(/^UK 5.5/));
    expect(region().getByText('From your product card')).toBeTruthy();
  });

  it('inserts the only clear conversion on Alt+0', async () => {
    const refused = aConversion({ kind: 'cannot', cannot: 'convert.cannot.x', lines: [], insertText: '' });
    const { actions } = showAssistant({ conversions: [refused, aConversion({ start: 30, end: 36 })] });
    await pressKey('Digit0');
    expect(actions.insertConversion).toHaveBeenCalledWith(1);
  });

  it.each([
    [
      'a refusal before it',
      [aConversion({ kind: 'cannot', cannot: 'convert.cannot.x', lines: [], insertText: '' })],
      1,
    ],
    ['nothing before it', [], 0],
  ])('inserts the only clear conversion on a press too, with %s', async (_, before, index) => {
    const { actions } = showAssistant({ conversions: [...before, aConversion({ start: 30, end: 36 })] });
    await press(button('Insert conversion'));
    expect(actions.insertConversion).toHaveBeenCalledWith(index);
  });

  it.each([
    ['two of them', [aConversion(), aConversion({ start: 30, end: 36, heard: 'EU 41' })]],
    ['one that was guessed', [aConversion({ ambiguous: true })]],
  ])('opens the list on a press and on Alt+0 alike with %s', async (_, conversions) => {
    for (const ask of [() => press(button('Insert conversion')), () => pressKey('Digit0')]) {
      const { actions } = showAssistant({ conversions });
      await ask();
      await waitFor(() => expect(region().getAllByRole('listitem')).toHaveLength(conversions.length));
      expect(actions.insertConversion).not.toHaveBeenCalled();
      cleanup();
    }
  });

  it('lists two readings that are heard alike', async () => {
    const lines = (value: string) => [{ label: 'EU', value }];
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    const heard = { heard: 'CN 42', ambiguous: true };
    showAssistant({ conversions: [aConversion({ ...heard, lines: lines('42') }), aConversion({ ...heard, lines: lines('41') })] }); // prettier-ignore
    await press(button('Insert conversion'));
    expect(region().getAllByRole('listitem')).toHaveLength(2);
    expect(errors).not.toHaveBeenCalled();
    errors.mockRestore();
  });

  it('opens the list on Alt+0 when there is a choice; the next key inserts, arrows choose', async () => {
    const { actions } = showAssistant({
      conversions: [aConversion(), aConversion({ start: 30, end: 36, heard: 'EU 41' })],
    });
    await pressKey('Digit0');
    const focused = () => (document.activeElement as HTMLElement | null)?.textContent;
    await waitFor(() => expect(focused()).toBe('Insert conversion'));
    const [first, second] = region().getAllByRole('button', { name: 'Insert conversion' });
    expect(document.activeElement).toBe(first);
    await key(first!, 'ArrowDown');
    expect(document.activeElement).toBe(second);
    await press(second!);
    expect(actions.insertConversion).toHaveBeenCalledWith(1);
  });
});

describe('keeping a value on the product card', () => {
  const keepable: Keepable = {
    item: { title: 'LED desk lamp', sku: 'LMP-1' },
    values: { voltageRange: '100–240 V' },
  };
  const offer = () => screen.findByRole('button', { name: 'Keep for this product' });

  it('keeps it with one key and says so', async () => {
    const keepProductValue = vi.fn(async () =>
      ok({ id: 'a', shopId: 'lumen' as never, title: 'LED desk lamp', values: {} }),
    );
    const { container } = showAssistant({ keepable }, { actions: { keepProductValue } });
    await offer();
    expect(await axeFindings(container)).toEqual([]);
    await pressKey('KeyK');
    expect(keepProductValue).not.toHaveBeenCalled();
    await pressKey('KeyK', { shiftKey: true });
    await waitFor(() => expect(screen.getByText('Kept on the product card.')).toBeTruthy());
    expect(keepProductValue).toHaveBeenCalledExactlyOnceWith({
      item: keepable.item,
      field: 'deviceInput',
      value: '100–240 V',
    });
    expect(screen.queryByRole('button', { name: 'Keep for this product' })).toBeNull();
  });

  it('says when the card did not take it', async () => {
    const keepProductValue = vi.fn(async () => err({ kind: 'invalid' as const, field: 'deviceInput' }));
    showAssistant({ keepable }, { actions: { keepProductValue } });
    await press(await offer());
    await waitFor(() => expect(screen.getByText(/^Not kept\./)).toBeTruthy());
  });

  it('goes away on "not now" and keeps nothing, also not by its key', async () => {
    const { actions } = showAssistant({ keepable });
    await offer();
    await press(button('Not now'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Keep for this product' })).toBeNull());
    await pressKey('KeyK', { shiftKey: true });
    expect(actions.keepProductValue).not.toHaveBeenCalled();
  });

  it('is offered beside the replies, which stay usable', async () => {
    showAssistant({ keepable });
    await offer();
    expect(button(/^Insert reply 1/)).toBeTruthy();
  });
});
