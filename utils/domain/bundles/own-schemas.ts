/** The form of rows that are one installation's own (`isOwnSection`), field by field as in `records.ts`. */
import * as v from 'valibot';
import type { AgentRow, LogRow, SettingRow } from '../records';
import { copiedSettings, readSettingValue, type CopiedSetting } from './copied-settings';
import { replyTemplate } from './nested-schemas';
import { amount, id, instant, joinedId, lang, mapOf, name, text, textOf } from './row-parts';
import { lasting, stamped } from './row-stamps';

const LONGEST_INITIALS = 8;
/** Codes of lines of the log: `message.sent`. */
const LONGEST_CODE = 60;
/** Values of a line are codes and lists of codes, never what somebody has written. */
const LONGEST_DETAIL = 1_000;

const agents: v.GenericSchema<unknown, AgentRow> = lasting({ id: id<'AgentId'>(), initials: textOf(LONGEST_INITIALS) });

const settings = v.pipe(
  lasting({ name: v.picklist(copiedSettings), value: v.unknown() }),
  v.rawTransform<SettingRow & { readonly name: CopiedSetting; readonly deleted: 0 }, SettingRow>(
    ({ dataset: { value: row }, addIssue, NEVER }) => {
      const read = readSettingValue(row.name, row.value);
      if (read) return { ...row, value: read.value };
      addIssue({ path: [{ type: 'object', origin: 'value', input: { ...row }, key: 'value', value: row.value }] });
      return NEVER;
    },
  ),
);

const mutes = stamped({ id: joinedId, rule: name, reason: text, at: instant, until: instant });

const templateVersions = stamped({ id: joinedId, templateId: joinedId, at: instant, template: replyTemplate });

const templateEdits = stamped({ id: joinedId, templateId: joinedId, block: name, lang, text, at: instant });

const log: v.GenericSchema<unknown, LogRow> = lasting({
  id: joinedId,
  at: instant,
  what: v.pipe(textOf(LONGEST_CODE), v.nonEmpty()),
  buyerKey: v.optional(id<'BuyerKey'>()),
  detail: mapOf(name, v.union([textOf(LONGEST_DETAIL), amount])),
});

/** Their schemas. */
export const ownSchemas = { agents, settings, mutes, templateVersions, templateEdits, log };
