import type { Understanding as Understood } from '@/utils/app/understand-api';
import type { AssistantActions, AssistantModel } from '../model';
import { languageName } from '../labels';
import { ProblemText } from '../problem-text';
import { useT } from '../../ui/translate';
import { DeviceTranslation } from './device-translation';
import { MarkedSentence } from './marked-sentence';
import { ReplyParts } from './reply-parts';
import { useUnderstanding } from './use-understanding';

const KINDS = ['negation', 'fact', 'word', 'cue'] as const;

/** What the buyer wrote and what the agent is about to send, explained beside the originals. */
export function Understanding({
  model,
  actions,
}: {
  readonly model: AssistantModel;
  readonly actions: AssistantActions;
}) {
  const t = useT();
  const { understanding, problem, retry } = useUnderstanding(model, actions);
  if (problem) return <ProblemText problem={problem} onRetry={retry} />;
  if (!understanding)
    return (
      <div className="p-skeleton" role="group" aria-busy="true" aria-label={t('reply.understand.loading')}>
        <i />
        <i />
      </div>
    );
  const replyLang = model.check.hasText ? model.check.lang : (model.buyerLang?.lang ?? model.check.lang);
  return (
    <div className="p-meaning">
      <section aria-labelledby="meaning-message">
        <h3 id="meaning-message">{t('reply.understand.message')}</h3>
        <Message model={model} understanding={understanding} />
      </section>
      <section aria-labelledby="meaning-reply">
        <h3 id="meaning-reply">{t('reply.understand.reply')}</h3>
        <ReplyParts parts={understanding.reply} lang={replyLang} agentLang={model.agentLang} />
      </section>
    </div>
  );
}

function Message({ model, understanding }: { readonly model: AssistantModel; readonly understanding: Understood }) {
  const t = useT();
  const { agentLang, uiLang } = model;
  const { message, translatesHere } = understanding;
  if (!message) return <p className="p-label">{t('reply.understand.noMessage')}</p>;
  const { text, lang, sentences } = message;
  const kinds = KINDS.filter((kind) => sentences.some(({ marks }) => marks.some((mark) => mark.kind === kind)));
  // The page may show a translation in place of an older message; only the one of these words belongs here.
  const translation = model.message?.text === text ? model.message.translation : undefined;
  return (
    <>
      <div className="p-meaning-sentences">
        {sentences.map((sentence) => (
          <MarkedSentence
            key={sentence.start}
            text={text}
            sentence={sentence}
            lang={lang}
            agentLang={agentLang}
            uiLang={uiLang}
          />
        ))}
      </div>
      {kinds.length === 0 ? (
        <p className="p-label">{t('reply.understand.nothing', { language: languageName(lang, uiLang) })}</p>
      ) : (
        <ul className="p-meaning-legend" aria-label={t('reply.understand.legend')}>
          {kinds.map((kind) => (
            <li key={kind}>
              <span className="p-meaning-mark" data-kind={kind}>
                {t(`reply.understand.kind.${kind}`)}
              </span>
            </li>
          ))}
          <li>{t('reply.understand.wordsOnly')}</li>
        </ul>
      )}
      {translation && (
        <div className="p-meaning-platform">
          <h4 dir="auto">{t('reply.understand.translationBy', { name: translation.by })}</h4>
          <p dir="auto" className="p-meaning-translation">
            {translation.text}
          </p>
        </div>
      )}
      {translatesHere && (
        <DeviceTranslation
          message={{ text, lang, isSure: model.buyerLang?.sure ?? false }}
          agentLang={agentLang}
          uiLang={uiLang}
        />
      )}
    </>
  );
}
