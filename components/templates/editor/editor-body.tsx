import { useEffect, useMemo, useState } from 'react';
import type { Lang } from '@/utils/domain/ids';
import { isBlocking } from '@/utils/domain/replies/desk/template-problem';
import { knownVariables } from '@/utils/domain/replies/desk/variables';
import { useApp } from '../../dashboard/app-context';
import { useT } from '../../ui/translate';
import { CheckPanel } from './check-panel';
import { DroppedLanguage, type DroppedWords } from './dropped-language';
import { EditorNotices } from './editor-notices';
import { EditorFolds } from './editor-folds';
import styles from './editor.module.css';
import { HeadFields } from './head-fields';
import { LanguageBar, progressOf } from './language-bar';
import { firstColumns, languagesFor } from './language-choice';
import { usualLines } from './new-reply';
import { sampleOf } from './preview';
import { PreviewPanel } from './preview-panel';
import { placeOf, type CaretPlace } from './problem-list';
import { SaveBar } from './save-bar';
import { useLatest, useSame } from './same';
import { SentenceList } from './sentence-list';
import { valueUse } from './sentence-settings';
import type { TemplateEditorProps } from './template-editor';
import { useCaret } from './use-caret';
import { useEditor, type EditorStart } from './use-editor';
import { useLeaveGuard } from './use-leave-guard';
import { newVariable, valueOptions } from './value-options';

/** The editor once it is known who edits. */
export function EditorBody(
  props: TemplateEditorProps &
    Pick<EditorStart, 'begin' | 'newKey'> & {
      /** The agent's own language. */
      readonly mine: Lang;
      readonly initials: string;
    },
) {
  const t = useT();
  const { api, uiLang } = useApp();
  const { template: listed, desk, begin, newKey, mine, initials, onSaved, onClose } = props;
  const editor = useEditor({ template: listed, begin, newKey, desk, onSaved });
  const { state, dispatch, settled, isNew, isUnsaved, problems, run } = editor;
  const { template, saved } = state;
  const [columns, setColumns] = useState(() => firstColumns(template, mine));
  const [said, setSaid] = useState('');
  const [dropped, setDropped] = useState<DroppedWords | null>(null);
  const caret = useCaret();
  const guard = useLeaveGuard(isUnsaved);

  const all = useMemo(() => desk.templates.map((one) => one.template), [desk]);
  const languages = useMemo(() => languagesFor(all), [all]);
  const known = useMemo(() => knownVariables(all).map(newVariable), [all]);
  const { variables } = template;
  const { left } = columns;
  const options = useMemo(
    () => valueOptions(variables, known, { t, uiLang, sampleOf: (variable) => sampleOf(variable, left) }),
    [variables, known, t, uiLang, left],
  );
  const wrong = [...new Set(problems.flatMap((one) => (isBlocking(one) && 'lang' in one ? one.lang : [])))];
  const use = useSame(useMemo(() => valueUse(settled), [settled]));
  const go = useLatest((place: CaretPlace) => {
    if (place.lang !== columns.left && place.lang !== columns.right) setColumns({ ...columns, right: place.lang });
    caret.go(place);
  });
  const drop = useLatest((lang: Lang) => {
    setDropped({ lang, texts: template.languages[lang]?.texts ?? {} });
    dispatch({ kind: 'remove-language', lang });
  });
  const save = async () => {
    if (editor.isBusy) return;
    if (!isUnsaved && !isNew) return setSaid(t('editor.save.saved'));
    setSaid('');
    const done = await editor.save();
    if (done === 'saved') return setSaid(t('editor.save.done'));
    if (done === 'failed') return;
    setSaid(t('editor.save.refused'));
    const place = done.map(placeOf).find((one) => one !== null);
    if (place) go(place);
  };
  // The key works wherever the focus is and always saves what is on screen.
  const saveNow = useLatest(() => void save());
  useEffect(() => {
    const view = new AbortController();
    const hear = (event: KeyboardEvent) => {
      const isSave = event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey);
      if (!isSave || event.altKey || event.shiftKey) return;
      event.preventDefault();
      saveNow();
    };
    document.addEventListener('keydown', hear, { signal: view.signal });
    return () => view.abort();
  }, [saveNow]);

  const title =
    (uiLang === 'zh-CN' ? template.title['zh-CN'] || template.title.en : template.title.en) || template.title['zh-CN'];
  return (
    <div className={styles.editor} role="group" aria-label={t('editor.label')}>
      <SaveBar
        editor={editor}
        title={title}
        // The next key makes it untrue.
        said={isUnsaved && said === t('editor.save.done') ? '' : said}
        onSave={() => void save()}
        onClose={() => guard.leave(onClose)}
        onGo={go}
      />
      <EditorNotices editor={editor} guard={guard} onSave={save} />
      <HeadFields template={template} isNew={isNew} dispatch={dispatch} />
      <LanguageBar
        progress={progressOf(template, languages)}
        of={template.blocks.length}
        columns={columns}
        wrong={wrong}
        onShow={setColumns}
        onDrop={drop}
      />
      <DroppedLanguage
        dropped={dropped && !template.languages[dropped.lang] ? dropped : null}
        onPutBack={({ lang, texts }) => {
          dispatch({ kind: 'add-language', lang, texts });
          setDropped(null);
        }}
      />
      <SentenceList
        state={state}
        columns={columns}
        problems={problems}
        use={use}
        options={options}
        caret={caret}
        usual={(lang) => usualLines(all, lang)}
        dispatch={dispatch}
      />
      <PreviewPanel template={settled} columns={columns} problems={problems} />
      <CheckPanel template={settled} problems={problems} shown={[columns.left, columns.right]} onShow={go} />
      <EditorFolds
        editor={editor}
        options={options}
        use={use}
        initials={initials}
        onSaid={setSaid}
        onReview={(lang, on) => void run(api.templates.review({ ids: [template.id], langs: [lang], on }), saved)}
        onClose={onClose}
      />
    </div>
  );
}
