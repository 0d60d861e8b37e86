import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
import { buyerTopic } from '@/utils/platform/settings/change-signal';
import { aDeskWithBuyer, anOrderAlias, hour, valueOf } from './desk';

const notFound = { ok: false, error: { kind: 'not-found' } };

describe('notes', () => {
  test('are listed newest first with stamp and author', async () => {
    const { notes, buyers, buyer, shop, pass } = await aDeskWithBuyer();
    const first = valueOf(await notes.addNote({ buyerKey: buyer.key, text: ' first ' }));
    pass(hour);
    const second = valueOf(await notes.addNote({ buyerKey: buyer.key, text: 'second' }));
    expect(valueOf(await buyers.open(buyer.key)).notes).toEqual([second, first]);
    expect(first).toMatchObject({ text: 'first', shopId: shop.id, authorId: buyer.authorId, deleted: 0 });
    expect(second.hlc > first.hlc).toBe(true);
  });

  test('keep when they were made and edited', async () => {
    const { notes, buyer, pass } = await aDeskWithBuyer();
    const note = valueOf(await notes.addNote({ buyerKey: buyer.key, text: 'a' }));
    pass(hour);
    const edited = valueOf(await notes.editNote({ buyerKey: buyer.key, noteId: note.id, text: 'b' }));
    expect(edited).toMatchObject({ text: 'b', createdAt: note.createdAt, editedAt: '2026-03-02T10:00:00.000Z' });
  });

  test('leave a tombstone without their text when deleted', async () => {
    const { notes, buyers, buyer, db } = await aDeskWithBuyer();
    const note = valueOf(await notes.addNote({ buyerKey: buyer.key, text: 'secret' }));
    expect(await notes.deleteNote({ buyerKey: buyer.key, noteId: note.id })).toEqual({ ok: true, value: null });
    expect(valueOf(await buyers.open(buyer.key)).notes).toEqual([]);
    expect(await (await db()).notes.get(note.id)).toMatchObject({ deleted: 1, text: '' });
    expect(await notes.editNote({ buyerKey: buyer.key, noteId: note.id, text: 'again' })).toEqual(notFound);
  });

  test.each(['', '  ', 'x'.repeat(5_001)])('are refused when empty or longer than 5,000 characters', async (text) => {
    const { notes, buyer, announced } = await aDeskWithBuyer();
    const before = announced.length;
    expect(await notes.addNote({ buyerKey: buyer.key, text })).toEqual({
      ok: false,
      error: { kind: 'invalid', field: 'text' },
    });
    expect(announced).toHaveLength(before);
  });

  test('may be 5,000 characters long', async () => {
    const { notes, buyer } = await aDeskWithBuyer();
    expect((await notes.addNote({ buyerKey: buyer.key, text: 'x'.repeat(5_000) })).ok).toBe(true);
  });

  test('of one buyer cannot be reached through another', async () => {
    const { notes, buyers, buyer, shop } = await aDeskWithBuyer();
    const note = valueOf(await notes.addNote({ buyerKey: buyer.key, text: 'a' }));
    const other = valueOf(await buyers.see({ shopId: shop.id, aliases: [anOrderAlias('other')] })).buyer;
    expect(await notes.editNote({ buyerKey: other.key, noteId: note.id, text: 'b' })).toEqual(notFound);
    expect(await notes.deleteNote({ buyerKey: other.key, noteId: note.id })).toEqual(notFound);
    expect(await notes.addNote({ buyerKey: brandAs<'BuyerKey'>('nobody'), text: 'b' })).toEqual(notFound);
  });

  test('write codes, no text, into the work log and announce a hashed topic', async () => {
    const { notes, buyer, db, announced } = await aDeskWithBuyer();
    valueOf(await notes.addNote({ buyerKey: buyer.key, text: 'secret words' }));
    const log = await (await db()).log.toArray();
    expect(log.map((line) => line.what)).toContain('note.added');
    expect(JSON.stringify(log)).not.toContain('secret');
    expect(announced.at(-1)).toEqual([buyerTopic(buyer.key)]);
    expect(buyerTopic(buyer.key)).not.toContain(buyer.key);
  });

  test('say that the disk is full, and nothing of the change is kept', async () => {
    const { notes, buyer, db, announced } = await aDeskWithBuyer();
    const store = await db();
    const before = [await store.settings.toArray(), await store.log.count(), announced.length];
    store.log.hook('creating', () => {
      throw new Dexie.QuotaExceededError();
    });
    expect(await notes.addNote({ buyerKey: buyer.key, text: 'a' })).toEqual({
      ok: false,
      error: { kind: 'storage-full' },
    });
    expect([await store.settings.toArray(), await store.log.count(), announced.length]).toEqual(before);
    expect(await store.notes.count()).toBe(0);
  });
});
