import type { Transaction } from 'dexie';
import { deskRulesSetting, splitKeptRules } from '@/utils/domain/compliance/desk/kept-rules';
import type { SettingRow } from '@/utils/domain/records';

/** Settings that remember how far rows were handed on, each by a clock reading. */
const HANDED_ON: readonly string[] = ['exports', 'folder'];

/**
 * Brings the rows of version 6 over: what the desk has decided about rules becomes a row for each of them. Their clocks are
 * older than the last file for others, which did not hold them: the next one holds everything once more.
 */
export const upgradeTo7 = async (transaction: Transaction): Promise<void> => {
  const settings = transaction.table<SettingRow, string>('settings');
  const row = await settings.get(deskRulesSetting);
  if (row === undefined) return;
  const { shopId, authorId, hlc, origin, deleted } = row;
  const split = splitKeptRules(row.value, { shopId, authorId, hlc, origin, deleted });
  if (split === null) return;
  await settings.put({ ...row, value: split.kept });
  if (split.rows.length === 0) return;
  await transaction.table('rules').bulkPut(split.rows);
  const marks = (await settings.bulkGet([...HANDED_ON])).flatMap((mark) => mark ?? []);
  await settings.bulkPut(marks.map((mark) => ({ ...mark, value: { ...(mark.value as object), reading: '' } })));
};
