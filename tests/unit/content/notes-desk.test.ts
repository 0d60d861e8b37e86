import { describe, expect, it, vi } from 'vitest';
import { createNotesDesk } from '@/components/content/session/notes';
import { createStore } from '@/components/content/session/store';
import type { RecordHeader } from '@/utils/app/api';
import { ok } from '@/utils/domain/result';
import { aModel, openNotes } from '../../component/content/samples';
import { aContentApi, key } from '../platform/messaging/content-api';

const header = (buyer: string): RecordHeader => ({
  buyerKey: key(buyer),
  topic: 'buyer:x',
  noteCount: 1,
  returning: false,
});

/** A notes desk whose record comes only when it is let. */
function aNotesDesk() {
  const shown = openNotes([]);
  if (shown.kind !== 'open') throw new Error('the sample is not open');
  let answer = () => {};
  const openBuyer = vi.fn(
    () => new Promise<ReturnType<typeof ok<typeof shown.view>>>((resolve) => (answer = () => resolve(ok(shown.view)))),
  );
  const store = createStore(aModel({ notes: { kind: 'closed', count: 0 } }));
  const notes = createNotesDesk(aContentApi({ openBuyer }).api, store);
  return { notes, store, answer: () => answer(), kind: () => store.get().notes.kind };
}

describe('a buyer card that was just opened', () => {
  it('stays open when a late answer about the same buyer comes before its record', async () => {
    const { notes, kind, answer } = aNotesDesk();
    notes.show(header('a'), 'no-strong-alias');
    notes.openNotes();
    notes.show(header('a'), 'no-strong-alias');
    expect(kind()).toBe('loading');
    answer();
    await vi.waitFor(() => expect(kind()).toBe('open'));
  });

  it('closes when it is another buyer', async () => {
    const { notes, kind, answer } = aNotesDesk();
    notes.show(header('a'), 'no-strong-alias');
    notes.openNotes();
    notes.show(header('b'), 'no-strong-alias');
    expect(kind()).toBe('closed');
    answer();
    await Promise.resolve();
    expect(kind()).toBe('closed');
  });
});
