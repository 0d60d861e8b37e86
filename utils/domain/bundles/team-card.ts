/** The card people send each other: name and public key as one line of text. What is pasted may come from anybody. */
import * as v from 'valibot';
import { keepableName } from '../customers/alias';
import { brandAs, type AgentId } from '../ids';
import { canonicalJson } from './canonical-json';

/** What a card says. */
export interface Card {
  readonly id: AgentId;
  readonly name: string;
  /** Looks like `age1…`; whether it is one is for who can encrypt to say. */
  readonly recipient: string;
}

const PREFIX = 'parley-card:1:';
/** The longest keys there are, with a name, in base64. Units: UTF-16 units. */
const LONGEST_CARD = 4_000;
const LONGEST_RECIPIENT = 2_200;
const RECIPIENT = /^age1[0-9a-z]{50,}$/;
/** Ids are the UUIDs of installations. */
const ID = /^[A-Za-z0-9-]{1,64}$/;

const recipient = v.pipe(v.string(), v.maxLength(LONGEST_RECIPIENT), v.regex(RECIPIENT));

const card = v.object({
  id: v.pipe(v.string(), v.regex(ID)),
  name: v.string(),
  recipient,
});

/** Bytes as text that survives mails and chats. */
const toBase64Url = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** The JSON in a card; undefined for what is none. */
const jsonIn = (base64: string): unknown => {
  try {
    const bytes = Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    // The platform's only way to say that a text is no base64, no UTF-8 or no JSON.
    return undefined;
  }
};

/** A name as it may stand on a screen; null when nothing is left of it. */
export const cardName = (name: string): string | null => keepableName(name.replace(/\s+/g, ' ')) ?? null;

/** Writes a card as one line. */
export const formatCard = ({ id, name, recipient: key }: Card): string =>
  PREFIX + toBase64Url(canonicalJson({ id, name, recipient: key }));

const named = (id: string, name: string, key: string): Card | null => {
  const kept = cardName(name);
  return kept === null ? null : { id: brandAs<'AgentId'>(id), name: kept, recipient: key };
};

const readOwn = (base64: string): Card | null => {
  const read = v.safeParse(card, jsonIn(base64));
  return read.success ? named(read.output.id, read.output.name, read.output.recipient) : null;
};

/** A name and a bare key: of somebody who uses age, but not this program. The key is who they are. */
const readBare = (text: string): Card | null => {
  const [, name = '', key = ''] = /^(.+?)[\s:,;]+(age1\S+)$/su.exec(text) ?? [];
  return v.is(recipient, key) ? named(key, name, key) : null;
};

/** Reads what somebody has pasted: a card, or a name with a bare public key behind it. Null for everything else. */
export const readCard = (pasted: string): Card | null => {
  if (pasted.length > LONGEST_CARD) return null;
  const text = pasted.trim();
  // Mails break long lines.
  return text.startsWith(PREFIX) ? readOwn(text.slice(PREFIX.length).replace(/\s+/g, '')) : readBare(text);
};
