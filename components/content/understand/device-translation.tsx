import { useEffect, useRef, useState } from 'react';
import type { Lang } from '@/utils/domain/ids';
import { languageName } from '../labels';
import { useT } from '../../ui/translate';
import { deviceTranslator, type DeviceTranslator, type LanguagePair, type Readiness } from './device-translator';

type Phase =
  | { readonly kind: 'offered'; readonly isFailed?: boolean }
  | { readonly kind: 'working'; readonly part: number | null }
  | { readonly kind: 'done'; readonly text: string };

interface Offer {
  readonly pair: LanguagePair;
  readonly readiness: Exclude<Readiness, 'unable'>;
}

const baseOf = (lang: Lang): Lang => (lang.split('-')[0] ?? lang).toLowerCase();

/** What the browser can do for this text; null while that is not known, and where it can do nothing. */
function useOffer(translator: DeviceTranslator | null, message: TranslatedMessage, into: Lang): Offer | null {
  const [offer, setOffer] = useState<Offer | null>(null);
  const { text, lang, isSure } = message;
  useEffect(() => {
    let isWanted = true;
    setOffer(null);
    const look = async (): Promise<void> => {
      if (!translator) return;
      const seen = isSure ? null : await translator.detect(text);
      const pair = { from: baseOf(seen ?? lang), into: baseOf(into) };
      const readiness = await translator.readiness(pair);
      if (isWanted && readiness !== 'unable') setOffer({ pair, readiness });
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [translator, text, lang, isSure, into]);
  return offer;
}

/** The message to translate, and whether its language is known for sure. */
interface TranslatedMessage {
  readonly text: string;
  readonly lang: Lang;
  readonly isSure: boolean;
}

/**
 * Offers the browser's own translation of the buyer's message. Nothing is shown where there is none; the original stands
 * above it in any case.
 */
export function DeviceTranslation(props: {
  readonly message: TranslatedMessage;
  readonly agentLang: Lang;
  readonly uiLang: Lang;
}) {
  const t = useT();
  const { message, agentLang, uiLang } = props;
  const [translator] = useState(() => deviceTranslator());
  const [phase, setPhase] = useState<Phase>({ kind: 'offered' });
  const run = useRef<AbortController | null>(null);
  const offer = useOffer(translator, message, agentLang);

  // Another message is another translation, and a closed part needs none.
  useEffect(() => {
    setPhase({ kind: 'offered' });
    return () => run.current?.abort();
  }, [message.text, agentLang]);

  if (!translator || !offer) return null;
  const translate = () => {
    run.current?.abort();
    const own = new AbortController();
    run.current = own;
    setPhase({ kind: 'working', part: offer.readiness === 'ready' ? null : 0 });
    const onProgress = (part: number) => run.current === own && setPhase({ kind: 'working', part });
    // From the press itself, without a wait before it: a browser fetches a model for nobody else.
    void translator.translate(message.text, offer.pair, { signal: own.signal, onProgress }).then((done) => {
      if (run.current !== own || own.signal.aborted) return;
      setPhase(done.ok ? { kind: 'done', text: done.value } : { kind: 'offered', isFailed: true });
    });
  };
  const cancel = () => {
    run.current?.abort();
    setPhase({ kind: 'offered' });
  };
  const into = languageName(offer.pair.into, uiLang);
  return (
    <div className="p-meaning-device" role="group" aria-label={t('reply.understand.device.label')}>
      {phase.kind === 'done' && (
        <>
          <h4>{t('reply.understand.device.title')}</h4>
          <p lang={offer.pair.into} dir="auto" className="p-meaning-translation">
            {phase.text}
          </p>
        </>
      )}
      <p role="status" className="p-label">
        {phase.kind === 'done' && t('reply.understand.device.unchecked')}
        {phase.kind === 'working' && t(`reply.understand.device.${isFetching(phase) ? 'fetching' : 'working'}`)}
        {phase.kind === 'offered' && phase.isFailed && t('reply.understand.device.failed')}
        {phase.kind === 'offered' &&
          !phase.isFailed &&
          offer.readiness === 'needs-download' &&
          t('reply.understand.device.download')}
      </p>
      {phase.kind === 'working' && (
        <div className="p-meaning-progress">
          {isFetching(phase) && (
            <progress value={phase.part ?? 0} max={1} aria-label={t('reply.understand.device.progress')} />
          )}
          <button type="button" className="p-button" onClick={cancel}>
            {t('reply.understand.device.cancel')}
          </button>
        </div>
      )}
      {phase.kind === 'offered' && (
        <button type="button" className="p-button" onClick={translate}>
          {t(phase.isFailed ? 'reply.understand.device.again' : 'reply.understand.device.offer', { language: into })}
        </button>
      )}
    </div>
  );
}

const isFetching = ({ part }: { readonly part: number | null }): boolean => part !== null && part < 1;
