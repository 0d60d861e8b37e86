import { memo, useCallback, useState } from 'react';
import intents from '@/utils/catalog/replies/intents.json';
import { ANY_INTENT } from '@/utils/domain/replies/template';
import { intentLabel } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { isAboutShops, useReading } from '../../dashboard/use-reading';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import { scopeWords } from '../scope-words';
import styles from './editor.module.css';
import type { EditorAction, EditorState } from './editor-state';
import { isSame } from './same';
import { ScopeFields } from './scope-fields';

const LONGEST_TITLE = 200;
const LONGEST_TAG = 40;
const MOST_TAGS = 20;
const groups = [...new Set(intents.map(({ group }) => group))];

/** Tags as they are typed, parted by commas of any script. */
const tagsIn = (typed: string): string[] =>
  [...new Set(typed.split(/[,，、;；\n]/u).map((tag) => tag.trim().slice(0, LONGEST_TAG)))]
    .filter((tag) => tag !== '')
    .slice(0, MOST_TAGS);

/** What a reply is called, what it answers and where it is suggested; folded while there is nothing to fill in. */
export const HeadFields = memo(Fields, (a, b) => {
  const { title, intent, kind, tags, scope } = a.template;
  // The words of the sentences are not shown here.
  return a.isNew === b.isNew && isSame({ ...b.template, title, intent, kind, tags, scope }, b.template);
});

function Fields(props: {
  readonly template: EditorState['template'];
  readonly isNew: boolean;
  readonly dispatch: (action: EditorAction) => void;
}) {
  const t = useT();
  const { api, uiLang } = useApp();
  const { template, isNew, dispatch } = props;
  const { scope } = template;
  const [tags, setTags] = useState(() => (template.tags ?? []).join(', '));
  // Folded or not is the person's from then on.
  const [isOpen] = useState(isNew || template.title.en.trim() === '');
  const [isScopeOpen] = useState(Object.keys(scope).length > 0 && isNew);
  const shops = useReading(
    useCallback(() => api.shops.list(), [api]),
    isAboutShops,
  );
  const shopNames = (shops.value ?? []).map(({ id, name }) => [id as string, name] as const);
  const shopLabel = (id: string) => shopNames.find(([one]) => one === id)?.[1] ?? id;
  const where = scopeWords(template, { t, shopLabel });
  const kept = template.tags ?? [];
  const { compare } = new Intl.Collator(uiLang);
  const concern = template.intent === ANY_INTENT ? t('editor.head.any') : intentLabel(t, template.intent);
  return (
    <details className={styles.fold} open={isOpen}>
      <summary>
        <b>{t('editor.head.title')}</b> <span className={styles.quiet}>{[concern, ...where].join(' · ')}</span>
      </summary>
      <div className={styles.fields}>
        {(['en', 'zh-CN'] as const).map((lang) => (
          <Field key={lang} label={t(`editor.head.name.${lang}`)}>
            {(control) => (
              <input
                {...control}
                type="text"
                lang={lang}
                dir="auto"
                autoComplete="off"
                maxLength={LONGEST_TITLE}
                placeholder={template.title[lang === 'en' ? 'zh-CN' : 'en']}
                value={template.title[lang]}
                onChange={(event) => dispatch({ kind: 'title', lang, text: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
        <Field label={t('editor.head.intent')}>
          {(control) => (
            <select
              {...control}
              value={template.intent}
              onChange={(event) => dispatch({ kind: 'about', part: { intent: event.currentTarget.value } })}
            >
              <option value={ANY_INTENT}>{t('editor.head.any')}</option>
              {groups.map((group) => (
                <optgroup key={group} label={t(`editor.group.${group}`)}>
                  {intents
                    .filter((intent) => intent.group === group)
                    .map(({ id }) => [id, intentLabel(t, id)] as const)
                    .sort(([, a], [, b]) => compare(a, b))
                    .map(([id, words]) => (
                      <option key={id} value={id}>
                        {words}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('editor.head.kind')}>
          {(control) => (
            <select
              {...control}
              value={template.kind}
              onChange={({ currentTarget: { value } }) =>
                dispatch({ kind: 'about', part: { kind: value === 'proactive' ? 'proactive' : 'reply' } })
              }
            >
              <option value="reply">{t('editor.head.reply')}</option>
              <option value="proactive">{t('editor.head.proactive')}</option>
            </select>
          )}
        </Field>
        <Field label={t('editor.head.tags')}>
          {(control) => (
            <input
              {...control}
              type="text"
              dir="auto"
              autoComplete="off"
              // What is typed stays as it is, also a comma with nothing behind it, while it says the same tags.
              value={tagsIn(tags).join() === kept.join() ? tags : kept.join(', ')}
              onChange={(event) => {
                setTags(event.currentTarget.value);
                dispatch({ kind: 'about', part: { tags: tagsIn(event.currentTarget.value) } });
              }}
            />
          )}
        </Field>
      </div>
      <details className={styles.fold} open={isScopeOpen}>
        <summary>
          <b>{t('editor.scope.title')}</b>{' '}
          <span className={styles.quiet}>{where.length > 0 ? where.join(' · ') : t('editor.scope.everywhere')}</span>
        </summary>
        <ScopeFields scope={scope} shops={shopNames} onChange={(part) => dispatch({ kind: 'scope', part })} />
      </details>
    </details>
  );
}
