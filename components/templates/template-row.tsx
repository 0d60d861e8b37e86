import { memo } from 'react';
import { dayLabel, listLabel } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { hrefOfTemplate } from '../dashboard/route';
import table from '../ui/table.module.css';
import { useT } from '../ui/translate';
import { languagesLabel, numberLabel } from './row-labels';
import { readingState, type TemplateEntry } from './template-entries';
import styles from './templates.module.css';

/** One reply; the keys and clicks on it are heard by the table. */
export const TemplateRow = memo(function TemplateRow(props: {
  readonly entry: TemplateEntry;
  /** Its place among all that were found, from 1. */
  readonly place: number;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { entry, place, isSelected, isCurrent } = props;
  const { id, title, intent, scope, lacking, langs, reviewed, listed } = entry;
  const { template, origin, isOff, uses, changed } = listed;
  const number = (count: number) => numberLabel(count, uiLang);
  return (
    <tr
      data-template={id}
      data-off={isOff || undefined}
      aria-rowindex={place + 1}
      aria-selected={isSelected}
      tabIndex={isCurrent ? 0 : -1}
    >
      <td>
        <label className={styles.tick}>
          <input
            type="checkbox"
            tabIndex={-1}
            data-tick
            aria-label={t('templates.table.select', { title })}
            checked={isSelected}
            readOnly
          />
        </label>
      </td>
      <th scope="row">
        <a className={styles.title} href={hrefOfTemplate(id)} tabIndex={-1}>
          <bdi>{title}</bdi>
        </a>
        {origin !== 'shipped' && <span className={table.tag}>{t(`templates.origin.${origin}`)}</span>}
      </th>
      <td data-column="intent">{intent}</td>
      <td data-figure className={styles.langs}>
        {number(langs)}
        {lacking.length > 0 && (
          <span className={styles.lacking}>
            {t('templates.table.lacks', { languages: languagesLabel(lacking, uiLang) })}
          </span>
        )}
      </td>
      <td data-status={readingState(entry)}>
        {t('templates.table.reviewed', { count: reviewed, total: number(langs) })}
      </td>
      <td data-column="scope">{scope.length > 0 ? listLabel(scope, uiLang) : t('templates.scope.everywhere')}</td>
      <td data-column="tags">
        <span className={table.tags}>
          {(template.tags ?? []).map((tag) => (
            <bdi key={tag} className={table.tag}>
              {tag}
            </bdi>
          ))}
        </span>
      </td>
      <td data-figure>{number(uses)}</td>
      <td data-column="changed">
        {changed && (
          <>
            <time dateTime={changed.at}>{dayLabel(changed.at, uiLang)}</time> <bdi>{changed.initials}</bdi>
          </>
        )}
      </td>
      <td data-use={isOff ? 'off' : 'on'}>{t(`templates.use.${isOff ? 'off' : 'on'}`)}</td>
    </tr>
  );
});
