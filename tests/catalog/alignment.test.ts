// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Draft } from '@/utils/domain/replies/draft';
import { draftText } from '@/utils/domain/replies/draft-text';
import { sampleFacts } from '@/utils/domain/replies/desk/sample-facts';
import { renderSuggestion } from '@/utils/domain/replies/suggest';
import { alignReply } from '@/utils/domain/replies/understand/align-reply';
import { SHIPPED_LANGS } from '@/utils/domain/text/detect';
import { shippedTemplates } from '../unit/replies/catalogue';

const catalogue = { templates: shippedTemplates() };

/** Every shipped reply in one language with all its values, and its counterpart in another. */
const repliesIn = (lang: string, agentLang: string) =>
  catalogue.templates.flatMap((template) => {
    if (!template.languages[lang] || !template.languages[agentLang]) return [];
    // The same values in both languages, as in a conversation.
    const { marketplace: _any, ...facts } = sampleFacts(lang, template);
    const card = renderSuggestion({ templateId: template.id, lang, agentLang, facts, values: {} }, catalogue);
    return card ? [card] : [];
  });

const text = (draft: Draft): string => draftText(draft, (variable) => variable);

describe.each(SHIPPED_LANGS.map((lang) => [lang, lang === 'zh' ? 'en' : 'zh'] as const))(
  'replies in %s for an agent who reads %s',
  (lang, agentLang) => {
    const replies = repliesIn(lang, agentLang);

    it('are covered whole when they were inserted', () => {
      expect(replies.length).toBeGreaterThan(20);
      const uncovered = replies.flatMap((reply) =>
        alignReply(text(reply.draft), [reply])
          .filter((part) => part.meaning === null)
          .map((part) => `${reply.templateId}: ${part.text}`),
      );
      expect(uncovered).toEqual([]);
    });

    it('are covered whole in a box that makes one line of them', () => {
      const uncovered = replies.flatMap((reply) =>
        alignReply(text(reply.draft).replace(/\s*\n\s*/g, ' '), [reply])
          .filter((part) => part.meaning === null)
          .map((part) => `${reply.templateId}: ${part.text}`),
      );
      expect(uncovered).toEqual([]);
    });
  },
);
