import type { Suggestion } from '../draft';
import { renderSuggestion, type RenderRequest } from '../suggest';
import type { ReplyTemplate } from '../template';

/**
 * Fills one sentence of a template, whatever the situation: who picks it wants it. What it cannot do without is open.
 *
 * Errors: null when there is no such block, or its text does not parse or says nothing.
 */
export function renderSentence(
  template: ReplyTemplate,
  blockId: string,
  request: Omit<RenderRequest, 'templateId'>,
): Suggestion | null {
  const block = template.blocks.find(({ id }) => id === blockId);
  if (!block) return null;
  const alone: ReplyTemplate = {
    ...template,
    blocks: [{ id: block.id, role: block.role, before: '', ...(block.needs ? { needs: block.needs } : {}) }],
  };
  const filled = renderSuggestion({ ...request, templateId: template.id }, { templates: [alone] });
  return filled && filled.draft.blocks.length > 0 ? { ...filled, block: blockId } : null;
}
