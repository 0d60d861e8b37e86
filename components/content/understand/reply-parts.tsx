import type { AlignedPart } from '@/utils/domain/replies/understand/understanding';
import { Icon } from '../../ui/icon';
import { useT } from '../../ui/translate';

/** What stands in the box, sentence by sentence: its meaning, or that nobody covers it. */
export function ReplyParts(props: {
  readonly parts: readonly AlignedPart[];
  readonly lang: string;
  readonly agentLang: string;
}) {
  const t = useT();
  const { parts, lang, agentLang } = props;
  if (parts.length === 0) return <p className="p-label">{t('reply.understand.emptyBox')}</p>;
  const covered = parts.filter(({ meaning }) => meaning !== null).length;
  return (
    <>
      <p className="p-label" role="status">
        {t('reply.understand.covered', { covered, count: parts.length })}
      </p>
      <ol className="p-meaning-parts">
        {parts.map(({ text, meaning }, index) => (
          <li key={index} data-own={meaning === null || undefined}>
            <Icon name={meaning === null ? 'note' : 'check'} />
            <span>
              <span className="p-mine" lang={lang} dir="auto">
                {text}
              </span>
              {meaning === null ? (
                <small>{t('reply.understand.own')}</small>
              ) : (
                meaning !== text && (
                  <span className="p-theirs" lang={agentLang} dir="auto">
                    {meaning}
                  </span>
                )
              )}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
