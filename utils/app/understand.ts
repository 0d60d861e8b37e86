import currencies from '../catalog/measures/currencies.json';
import type { Lang } from '../domain/ids';
import type { OrderFacts } from '../domain/orders';
import { alignReply, type RenderedReply } from '../domain/replies/understand/align-reply';
import { explainMessage } from '../domain/replies/understand/explain-message';
import { noGlossary, type Glossary } from '../domain/replies/understand/glossary';
import { ok } from '../domain/result';
import { log } from '../platform/log';
import type { ApiResult } from './api';
import type { Catalogue } from './catalogue';
import type { UnderstandApi, Understanding } from './understand-api';

/** What is known of the open conversation when the agent wants to understand it. */
export interface UnderstoodThread {
  /** The buyer's last message in the language its text is in; null when there is none. */
  readonly message: { readonly text: string; readonly lang: Lang } | null;
  readonly agentLang: Lang;
  /** Every reply and sentence rendered for this conversation, the cards and what was completed or found since. */
  readonly replies: readonly RenderedReply[];
  readonly order: OrderFacts | null;
  /** The setting of the same name. */
  readonly translatesHere: boolean;
}

/** What understanding stands on. */
export interface UnderstandDeps {
  readonly catalogue: Pick<Catalogue, 'glossary' | 'guardWords' | 'replies'>;
}

/** Explains the buyer's message and the reply in the box. */
export interface Understander {
  understand(thread: UnderstoodThread, request: Parameters<UnderstandApi['understand']>[0]): ApiResult<Understanding>;
}

/** Creates the use case over the shipped catalogue; glossaries are read when somebody first asks. */
export function createUnderstanding({ catalogue }: UnderstandDeps): Understander {
  /** A list that can't be read takes its words away, not the rest. */
  const glossary = (lang: Lang): Promise<Glossary> =>
    catalogue.glossary(lang).catch(() => {
      log('asset-invalid', 1);
      return noGlossary(lang);
    });

  const explain = async ({ message, agentLang, order }: UnderstoodThread): Promise<Understanding['message']> => {
    if (!message || message.text.trim() === '') return null;
    const { text, lang } = message;
    const [said, meanings, { cues }, words] = await Promise.all([
      glossary(lang),
      glossary(agentLang),
      catalogue.replies(),
      catalogue.guardWords(lang),
    ]);
    const sentences = explainMessage(text, {
      lang,
      agentLang,
      glossary: said,
      meanings,
      cues,
      words,
      currencies,
      order,
    });
    return { text, lang, sentences };
  };

  return {
    async understand(thread, { text }) {
      return ok({
        message: await explain(thread),
        reply: alignReply(text, thread.replies),
        translatesHere: thread.translatesHere,
      });
    },
  };
}
