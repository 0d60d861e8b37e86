import type { RefObject } from 'react';
import { FIRST_SAMPLE, hrefOfSample } from '../dashboard/route';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { VisuallyHidden } from '../ui/visually-hidden';
import styles from './lesson.module.css';
import { lessonSteps, type LessonState } from './use-lesson';

/** Three steps to try on the first conversation; each is ticked off by doing it. */
export function Lesson(props: {
  readonly lesson: LessonState;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { lesson, box, onClose } = props;
  const { done, isHere } = lesson;
  const isOver = lessonSteps.every((step) => done.has(step));
  const plant = () => {
    const sentence = t('practice.lesson.planted');
    const field = box.current;
    if (!field) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    const before = field.value;
    field.setRangeText(
      before === '' || before.endsWith('\n') ? sentence : `\n\n${sentence}`,
      before.length,
      before.length,
      'end',
    );
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
    lesson.plant(sentence);
  };
  return (
    <section className={styles.lesson} aria-labelledby="practice-lesson">
      <h2 id="practice-lesson">{t('practice.lesson.title')}</h2>
      <ol className={styles.steps}>
        {lessonSteps.map((step, index) => (
          <li key={step} data-done={done.has(step)}>
            <span className={styles.mark} aria-hidden="true">
              {done.has(step) ? '✓' : index + 1}
            </span>
            <span>
              {done.has(step) && <VisuallyHidden>{t('practice.lesson.done')} </VisuallyHidden>}
              {t(`practice.lesson.${step}`)}
            </span>
            {step === 'fix' && isHere && !done.has('fix') && (
              <Button onClick={plant}>{t('practice.lesson.plant')}</Button>
            )}
          </li>
        ))}
      </ol>
      <p className={styles.state} role="status">
        {isOver ? t('practice.lesson.over') : ''}
      </p>
      {!isHere && <a href={hrefOfSample(FIRST_SAMPLE)}>{t('practice.lesson.open')}</a>}
      <Button
        className={styles.close ?? ''}
        aria-label={t('practice.lesson.close')}
        title={t('practice.lesson.close')}
        onClick={onClose}
      >
        <span aria-hidden="true">×</span>
      </Button>
    </section>
  );
}
