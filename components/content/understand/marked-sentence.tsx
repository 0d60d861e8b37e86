import type { ReactNode } from 'react';
import type { ExplainedSentence, MeaningMark } from '@/utils/domain/replies/understand/understanding';
import { directionOf } from '../labels';
import { useT, type Translate } from '../../ui/translate';

const glossWords = (t: Translate, mark: MeaningMark): string =>
  mark.gloss ?? (mark.kind === 'fact' ? t(`reply.understand.fact.${mark.fact}`) : '');

/** A sentence of the buyer's as it was written, with its meaning in small words under what could be explained. */
export function MarkedSentence(props: {
  readonly text: string;
  readonly sentence: ExplainedSentence;
  readonly lang: string;
  readonly agentLang: string;
  readonly uiLang: string;
}) {
  const t = useT();
  const { text, sentence, lang, agentLang, uiLang } = props;
  const pieces: ReactNode[] = [];
  let at = sentence.start;
  for (const mark of sentence.marks) {
    pieces.push(text.slice(at, mark.start));
    const glossLang = mark.gloss === undefined ? uiLang : agentLang;
    pieces.push(
      <ruby key={mark.start} className="p-meaning-mark" data-kind={mark.kind}>
        {text.slice(mark.start, mark.end)}
        <rt lang={glossLang} dir={directionOf(glossLang)}>
          {glossWords(t, mark)}
        </rt>
      </ruby>,
    );
    at = mark.end;
  }
  pieces.push(text.slice(at, sentence.end));
  return (
    <p lang={lang} dir="auto">
      {pieces}
    </p>
  );
}
