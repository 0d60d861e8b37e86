import { describe, expect, it } from 'vitest';
import { readRecoveryKey, recoveryKeyText } from '@/utils/domain/bundles/recovery-key';
import { newKey } from '@/utils/platform/bundles/identity';

const comments = ['Parley recovery key of 10 March.', 'It opens\nthe backups.'];

describe('the text of a recovery key', () => {
  it('says what it is in comments, and is read again', async () => {
    const { identity } = await newKey();
    const text = recoveryKeyText(identity, comments);
    expect(text).toBe(`# Parley recovery key of 10 March.\n# It opens the backups.\n${identity}\n`);
    expect(readRecoveryKey(text)).toBe(identity);
  });

  it('is found however it was pasted', async () => {
    const [one, other] = [(await newKey()).identity, (await newKey()).identity];
    const text = recoveryKeyText(one, comments);
    expect(readRecoveryKey(text.replaceAll('\n', '\r\n'))).toBe(one);
    // A field of one line takes the line feeds out.
    expect(readRecoveryKey(text.replaceAll('\n', ' '))).toBe(one);
    expect(readRecoveryKey(`  ${one.toLowerCase()} `)).toBe(one);
    expect(readRecoveryKey(`${one}\n${other}\n${one}\n`)).toBe(`${one}\n${other}`);
    expect(readRecoveryKey(`# ${other}\n${one}`)).toBe(one);
  });

  it('is not found in other texts, nor where a letter is missing or one is too many', async () => {
    const { identity, recipient } = await newKey();
    for (const text of ['', 'a passphrase', recipient, identity.slice(0, -1), `${identity}Q`, 'AGE-SECRET-KEY-1'])
      expect(readRecoveryKey(text)).toBeNull();
  });
});
