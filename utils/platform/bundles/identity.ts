/** Our key among others, and theirs: age's X25519 identities and recipients (https://age-encryption.org/v1). */
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { encrypterFor } from './age-file';

/** A key: what opens files stays here, what locks them is for everybody. */
export interface OwnKey {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  /** `age1…` */
  readonly recipient: string;
}

/** Makes a new key. */
export const newKey = async (): Promise<OwnKey> => {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
};

/** Whether a file can be locked for this text; a figure that was typed wrongly is noticed. */
export const isRecipient = (text: string): boolean => encrypterFor({ kind: 'recipients', recipients: [text] }).ok;
