import type { Lang } from '../domain/ids';
import type { ScoredIntent, Suggestion } from '../domain/replies/draft';
import { findReplies, findSentences } from '../domain/replies/search/find-replies';
import type { Situation } from '../domain/replies/search/fit';
import type { Pinyin } from '../domain/replies/search/pinyin';
import { createIndexBuilder, type ReplyIndex } from '../domain/replies/search/reply-index';
import { renderSentence } from '../domain/replies/search/sentence';
import { renderSuggestion, type ReplyCatalogue } from '../domain/replies/suggest';
import { err, ok } from '../domain/result';
import { SHIPPED_LANGS } from '../domain/text/detect';
import type { ApiResult, DraftCheck } from './api';
import type { Catalogue } from './catalogue';
import type { Habits } from './habits';
import type { FoundReply, PaletteApi } from './palette-api';
import { breath } from './breath';

/** What the palette searches in. */
export interface PaletteDeps {
  /** The replies of the desk with their texts in these languages. */
  readonly shelf: (langs: readonly Lang[]) => Promise<ReplyCatalogue>;
  readonly catalogue: Pick<Catalogue, 'pinyin'>;
  readonly habits: Pick<Habits, 'read' | 'favourite'>;
}

/** The conversation a search is for. */
export interface SearchedThread extends Situation {
  readonly lang: Lang;
  readonly agentLang: Lang;
  readonly intents: readonly ScoredIntent[];
  /** What the message check says of texts before they are inserted. */
  readonly check: (suggestions: readonly Suggestion[]) => Promise<readonly DraftCheck[]>;
}

/** Search of one background; each call says for which conversation. */
export type Palette = {
  readonly [K in Exclude<keyof PaletteApi, 'favourite'>]: (
    thread: SearchedThread,
    request: Parameters<PaletteApi[K]>[0],
  ) => ReturnType<PaletteApi[K]>;
} & Pick<PaletteApi, 'favourite'>;

/** How long an index is worked on before others get their turn. Units: ms. */
const TURN_MS = 12;

async function indexOf({ templates }: ReplyCatalogue, pinyin: Pinyin | null): Promise<ReplyIndex> {
  const builder = createIndexBuilder(pinyin);
  let turn = performance.now();
  for (const template of templates) {
    builder.add(template);
    if (performance.now() - turn < TURN_MS) continue;
    await breath();
    turn = performance.now();
  }
  return builder.index;
}

/** One index for each list of templates, whichever port asks; it goes when the list goes. */
const indexes = new WeakMap<ReplyCatalogue, Promise<ReplyIndex>>();

/** Creates the search over the replies of the desk. */
export function createPalette({ shelf, catalogue, habits }: PaletteDeps): Palette {
  // A phrase may be looked for in whatever language somebody has seen it.
  const shelfOf = () => shelf(SHIPPED_LANGS);
  const indexFor = (templates: ReplyCatalogue, pinyin: Pinyin | null): Promise<ReplyIndex> => {
    const known = indexes.get(templates);
    if (known) return known;
    const made = indexOf(templates, pinyin);
    indexes.set(templates, made);
    return made;
  };

  return {
    async findReplies(thread, { query, kind, limit }) {
      const [templates, pinyin, used] = await Promise.all([shelfOf(), catalogue.pinyin(), habits.read()]);
      const index = await indexFor(templates, pinyin);
      const { lang, agentLang, facts, intents } = thread;
      // More than asked for: sentences that differ only in languages nobody sees here are shown once.
      const asked = { query, limit: 2 * limit, situation: thread, intents, habits: used };
      const filling = { lang, agentLang, facts, values: {} };
      const find = kind === 'sentence' ? findSentences : findReplies;
      const { hits: ranked, count } = find(index, pinyin, asked);
      const seen = new Set<string>();
      const filled = ranked.flatMap(({ template, block, misfit }) => {
        if (seen.size === limit) return [];
        const suggestion = block
          ? renderSentence(template, block.id, filling)
          : renderSuggestion({ ...filling, templateId: template.id }, { templates: [template] });
        const says = block ? JSON.stringify([suggestion?.draft.blocks[0]?.segments]) : template.id;
        if (!suggestion || seen.has(says)) return [];
        seen.add(says);
        return [{ suggestion, misfit }];
      });
      const checks = await thread.check(filled.map(({ suggestion }) => suggestion));
      const hits = filled.flatMap(({ suggestion, misfit }, at): FoundReply[] => {
        const check = checks[at];
        const isFavourite = used.favourites.has(suggestion.templateId);
        return check ? [{ suggestion, isFavourite, misfit, check }] : [];
      });
      return ok({ hits, count });
    },

    async renderSentence(thread, { templateId, block, values }): ApiResult<Suggestion> {
      const { templates } = await shelfOf();
      const template = templates.find(({ id }) => id === templateId);
      const { lang, agentLang, facts } = thread;
      const filled = template && renderSentence(template, block, { lang, agentLang, facts, values });
      return filled ? ok(filled) : err({ kind: 'not-found' });
    },

    favourite: habits.favourite,
  };
}
