import type { Lang } from '../domain/ids';
import type { OrderItem } from '../domain/orders';
import type { TemplateEditRow } from '../domain/records';
import type { Draft, Facts } from '../domain/replies/draft';
import { editsBetween, type BlockEdit } from '../domain/replies/learn/edits-between';
import { repeatedEdits, similarEdits } from '../domain/replies/learn/similar-edits';
import { standingBlocks } from '../domain/replies/learn/standing';
import { asTemplateText } from '../domain/replies/learn/template-text';
import type { Vocabulary } from '../domain/replies/learn/vocabulary';
import type { ReplyTemplate } from '../domain/replies/template';
import { err, ok } from '../domain/result';
import type { Db } from '../platform/db/schema';
import { templatesTopic } from '../platform/settings/templates-topic';
import type { ApiResult } from './api';
import { announcing, changing, noShop, reading, type RecordDeps } from './records';
import type { EditProposal } from './templates-api';

/** A reply as it was put into the box. */
export interface InsertedReply {
  readonly draft: Draft;
  readonly template: ReplyTemplate;
  /** The values it was filled with. */
  readonly facts: Facts;
}

/** A message that was sent, and the replies it was made of. */
export interface SentReply {
  /** In the order they were put in. */
  readonly inserted: readonly InsertedReply[];
  /** The text as it was sent. */
  readonly final: string;
  readonly buyerName?: string;
  readonly items: readonly OrderItem[];
  /** The words replies are written in; asked for only when something was changed. */
  readonly vocabulary?: (lang: Lang) => Vocabulary;
}

/** What is learnt from how agents change replies before they send them; it stays on this machine. */
export interface Edits {
  /** Keeps the changes that hold nothing of the buyer or the order; answers how many there were. */
  noteSent(sent: SentReply): ApiResult<{ readonly learnt: number }>;
  /** Changes made three times and more to texts as they stand; none when the store can't be read. */
  proposals(templates: readonly ReplyTemplate[]): Promise<readonly EditProposal[]>;
  /** Forgets the edits behind a proposal, also once the texts have changed. Errors: `not-found`. */
  forget(proposalId: string, templates: readonly ReplyTemplate[]): ApiResult<null>;
}

const MOST_OF_TEMPLATE = 200;
const MOST = 5_000;

type Learnt = Pick<TemplateEditRow, 'templateId' | 'block' | 'lang' | 'text'>;

/** Below another reply a reply goes without its greeting and its closing: nobody took them out. */
const isLeftOut = ({ draft }: InsertedReply, { block, after }: BlockEdit, replies: readonly InsertedReply[]): boolean =>
  replies.length > 1 && after === '' && draft.blocks.some(({ id, frame }) => id === block && frame !== undefined);

/**
 * The replies that can be learnt from: of one that was put in twice the first is gone, and a sentence alone has no neighbours
 * to find its new wording between.
 */
const repliesIn = (inserted: readonly InsertedReply[]): readonly InsertedReply[] => {
  const whole = inserted.filter(({ draft }) => draft.blocks.length > 1);
  return [...new Map(whole.map((reply) => [reply.draft.templateId, reply])).values()];
};

function learntFrom({ inserted, final, buyerName, items, vocabulary }: SentReply): readonly Learnt[] {
  const replies = repliesIn(inserted);
  const sentences = inserted.filter(({ draft }) => draft.blocks.length === 1);
  const standing = new Map([...replies, ...sentences].map((reply) => [reply, standingBlocks(reply.draft, final)]));
  return replies.flatMap((reply) => {
    const { draft, template, facts } = reply;
    const { templateId, lang } = draft;
    const others = [...standing].flatMap(([other, places]) => (other === reply ? [] : places));
    return editsBetween(draft, final, others).flatMap((edit): readonly Learnt[] => {
      if (isLeftOut(reply, edit, replies)) return [];
      const context = { template, lang, facts, buyerName, orderItems: items, vocabulary: vocabulary?.(lang) };
      const text = asTemplateText(edit, context);
      return text.ok ? [{ templateId, block: edit.block, lang, text: text.value }] : [];
    });
  });
}

const byAge = (a: TemplateEditRow, b: TemplateEditRow): number =>
  a.at < b.at || (a.at === b.at && a.hlc < b.hlc) ? -1 : 1;

async function dropOldest(db: Db, rows: readonly TemplateEditRow[], most: number): Promise<void> {
  if (rows.length <= most) return;
  const oldest = [...rows].sort(byAge).slice(0, rows.length - most);
  await db.templateEdits.bulkDelete(oldest.map(({ id }) => id));
}

const groupsIn = async (db: Db) =>
  similarEdits(await db.templateEdits.filter(({ deleted }) => deleted === 0).toArray());

/** Use cases around learning from edits, over the given stores. */
export const createEdits = (deps: RecordDeps): Edits => ({
  noteSent: async (sent) => {
    const learnt = learntFrom(sent);
    if (learnt.length === 0) return ok({ learnt: 0 });
    return changing(deps, ['templateEdits'], async ({ db, now, stamp }) => {
      const rows = learnt.map((edit) => ({ ...stamp(noShop), ...edit, id: deps.clock.newId(), at: now }));
      await db.templateEdits.bulkAdd(rows);
      for (const templateId of new Set(rows.map((row) => row.templateId)))
        await dropOldest(db, await db.templateEdits.where({ templateId }).toArray(), MOST_OF_TEMPLATE);
      if ((await db.templateEdits.count()) > MOST) await dropOldest(db, await db.templateEdits.toArray(), MOST);
      return ok({ learnt: rows.length });
    });
  },

  proposals: async (templates) => {
    const found = await reading(deps, async (db) => ok(repeatedEdits(await groupsIn(db), templates)));
    return found.ok ? found.value : [];
  },

  forget: async (proposalId, templates) => {
    const known = new Set(templates.map(({ id }) => id));
    const forgotten = await changing(deps, ['templateEdits'], async ({ db, log }) => {
      const group = (await groupsIn(db)).find(({ id, templateId }) => id === proposalId && known.has(templateId));
      if (!group) return err({ kind: 'not-found' });
      // No tombstones: what an agent does not want to be reminded of leaves nothing behind.
      await db.templateEdits.bulkDelete(group.edits.map(({ id }) => id));
      log({ shopId: noShop, what: 'template.edits-forgotten', detail: { edits: group.edits.length } });
      return ok(null);
    });
    return announcing(deps, forgotten, [templatesTopic]);
  },
});
