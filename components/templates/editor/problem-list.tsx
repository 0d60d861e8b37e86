import type { TemplateProblem } from '@/utils/domain/replies/desk/template-problem';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { languageName } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';
import { placedProblem } from './problem-words';

const MOST_SHOWN = 6;

/** A place to put the caret. */
export interface CaretPlace {
  readonly lang: string;
  readonly block: string;
  /** Units: UTF-16 units from the start; the end of the text without. */
  readonly at?: number;
}

/** Where the caret belongs for a problem; null when it is about no single text. */
export const placeOf = (problem: TemplateProblem): CaretPlace | null =>
  'block' in problem
    ? { lang: problem.lang, block: problem.block, ...(problem.kind === 'syntax' ? { at: problem.at } : {}) }
    : null;

/** What stands in the way of saving, each with the way there; texts that are missing are counted by language. */
export function ProblemList(props: {
  readonly id: string;
  readonly template: ReplyTemplate;
  readonly problems: readonly TemplateProblem[];
  readonly onGo: (place: CaretPlace) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { id, template, problems, onGo } = props;
  const missing = new Map<string, TemplateProblem[]>();
  for (const problem of problems)
    if (problem.kind === 'missing-text') missing.set(problem.lang, [...(missing.get(problem.lang) ?? []), problem]);
  const lines = [
    ...problems
      .filter(({ kind }) => kind !== 'missing-text')
      .map((problem) => ({ words: placedProblem(problem, { t, uiLang, template }), place: placeOf(problem) })),
    ...[...missing].map(([lang, ofLang]) => ({
      words: t('editor.problem.missingIn', { language: languageName(lang, uiLang), count: ofLang.length }),
      place: placeOf(ofLang[0]!),
    })),
  ];
  const shown = lines.slice(0, MOST_SHOWN);
  return (
    <ul id={id} className={styles.problems} aria-label={t('editor.problem.list')}>
      {shown.map(({ words, place }) => (
        <li key={words} data-blocking>
          <Icon name="block" />
          <span dir="auto">{words}</span>
          {place && (
            <Button
              className={styles.small}
              aria-label={t('editor.problem.goTo', { place: words })}
              onClick={() => onGo(place)}
            >
              {t('editor.problem.go')}
            </Button>
          )}
        </li>
      ))}
      {lines.length > shown.length && <li>{t('editor.problem.more', { count: lines.length - shown.length })}</li>}
    </ul>
  );
}
