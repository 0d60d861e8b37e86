import type { NoteFinding } from '@/utils/app/note-api';
import { useT } from '../ui/translate';
import { NoteRule } from './note-rule';
import type { NoteReviewing } from './use-note-review';

/** Most words of a note shown with one rule. */
const MOST_EXCERPTS = 3;

/** One line for each rule, in the order of the text, with the words it was found in. */
function linesOf(findings: readonly NoteFinding[]) {
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return rules.flatMap((rule) => {
    const [first, ...others] = findings.filter((finding) => finding.rule === rule);
    if (!first) return [];
    const excerpts = [...new Set([first, ...others].map(({ excerpt }) => excerpt))].slice(0, MOST_EXCERPTS);
    return [{ first, excerpts }];
  });
}

/** What stands under a field for notes: what its text should not keep, and that a press on save waits for a second one. */
export function NoteFindings(props: {
  readonly review: Pick<NoteReviewing, 'findings' | 'isHeld'>;
  readonly uiLang: string;
}) {
  const t = useT();
  const { review, uiLang } = props;
  const lines = linesOf(review.findings);
  return (
    <div className="p-note-check">
      {/* Apart from the lines: their buttons would be read out with every change. */}
      <p role="status" className="p-hidden">
        {lines.map(({ first: { rule, words } }) => (
          <span key={rule}>{t('notes.check.told', { title: words.title, alternative: words.alternative })} </span>
        ))}
        {review.isHeld && <span>{t('notes.check.held')}</span>}
      </p>
      {lines.length > 0 && (
        <ul aria-label={t('notes.check.label')}>
          {lines.map(({ first, excerpts }) => (
            <li key={first.rule} data-rule={first.rule}>
              <NoteRule advice={first} uiLang={uiLang} excerpts={excerpts} />
            </li>
          ))}
        </ul>
      )}
      {review.isHeld && (
        <p className="p-note-held" aria-hidden="true">
          {t('notes.check.held')}
        </p>
      )}
    </div>
  );
}
