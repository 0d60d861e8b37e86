/** By what the rows of a desk's decisions are known: the rule, or who locks it and the rule. */
import { brandAs, type AgentId } from '../../ids';

/** The id of the switch for holding a press on send, in rows and in lists of changes. */
export const HOLDS_SENDING = 'holds-sending';

const LOCK = 'lock:';
const ROW_ID = /^(?:lock:[A-Za-z0-9-]{1,64}:(?!holds-sending$))?[a-z][a-z0-9-]{0,63}$/;
/** Names every object has something under. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Id of the row in which somebody keeps a lock on a rule. */
export const lockId = (author: AgentId, rule: string): string => `${LOCK}${author}:${rule}`;

/** Who locks which rule by a row of this id; null for the id of a decision. */
export const readLockId = (id: string): { readonly author: AgentId; readonly rule: string } | null => {
  if (!id.startsWith(LOCK)) return null;
  const end = id.lastIndexOf(':');
  return { author: brandAs<'AgentId'>(id.slice(LOCK.length, end)), rule: id.slice(end + 1) };
};

/** The rule a row is about. */
export const ruleOfRow = (id: string): string => readLockId(id)?.rule ?? id;

/** Whether a row can have this id. */
export const isRuleRowId = (id: string): boolean => ROW_ID.test(id) && !INHERITED.has(ruleOfRow(id));
