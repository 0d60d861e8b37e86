import type { ReplyTemplate, TemplateBlock } from '@/utils/domain/replies/template';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';
import { namesIn } from './insert-value';
import { valueLabel } from './value-options';

const roles = ['greeting', 'acknowledge', 'answer', 'action', 'deadline', 'ask', 'close'] as const;
const gaps = { none: '', space: ' ', line: '\n', paragraph: '\n\n' } as const;
const conditions = [
  'repeated',
  'first-contact',
  'amazon',
  'aliexpress',
  'own-shipping',
  'marketplace-shipping',
  'size-known',
  'size-unknown',
  'shipped',
  'not-shipped',
] as const;
const tones = ['short', 'full'] as const;

/** What happens to a sentence while a value it needs is missing. */
type Missing = 'keep' | 'ask' | 'leave-out';

const missingOf = ({ needs = [], optional }: TemplateBlock): Missing =>
  needs.length === 0 ? 'keep' : optional ? 'leave-out' : 'ask';

/** The name of what stands before a sentence. */
export const gapName = (before: TemplateBlock['before']): string =>
  Object.entries(gaps).find(([, gap]) => gap === before)?.[0] ?? 'none';

/** The values each sentence uses in any language, by its id. */
export type ValueUse = Readonly<Record<string, readonly string[]>>;

/** Finds the values each sentence uses. */
export const valueUse = ({ blocks, languages, variables }: ReplyTemplate): ValueUse =>
  Object.fromEntries(
    blocks.map(({ id }) => {
      const used = new Set(Object.values(languages).flatMap(({ texts }) => namesIn(texts[id] ?? '')));
      return [id, variables.filter(({ name }) => used.has(name)).map(({ name }) => name)];
    }),
  );

/** When a sentence stands, what it does and what is before it. */
export function SentenceSettings(props: {
  readonly block: TemplateBlock;
  /** The values the reply has. */
  readonly variables: ReplyTemplate['variables'];
  /** The values this sentence uses in any language. */
  readonly used: readonly string[];
  readonly onChange: (part: Partial<Omit<TemplateBlock, 'id'>>) => void;
}) {
  const t = useT();
  const { block, variables, used, onChange } = props;
  const needs = block.needs ?? [];
  const choices = [...new Set([...used, ...needs])];
  const missing = missingOf(block);

  const select = <Value extends string>(
    field: string,
    value: Value,
    options: readonly (readonly [Value, string])[],
    onPick: (value: Value) => void,
  ) => (
    <Field label={t(`editor.sentence.${field}`)}>
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={({ currentTarget }) => {
            const chosen = options.find(([id]) => id === currentTarget.value);
            if (chosen) onPick(chosen[0]);
          }}
        >
          {options.map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const setMissing = (kind: Missing) => {
    const wanted = needs.length > 0 ? needs : used;
    onChange(
      kind === 'keep' ? { needs: [], optional: undefined } : { needs: [...wanted], optional: kind === 'leave-out' },
    );
  };
  return (
    <div className={styles.settings}>
      {select(
        'role',
        block.role,
        roles.map((role) => [role, t(`editor.role.${role}`)]),
        (role) => onChange({ role }),
      )}
      {select(
        'before',
        gapName(block.before) as keyof typeof gaps,
        (Object.keys(gaps) as (keyof typeof gaps)[]).map((gap) => [gap, t(`editor.gap.${gap}`)]),
        (gap) => onChange({ before: gaps[gap] }),
      )}
      {select(
        'when',
        block.when ?? '',
        [
          ['', t('editor.when.always')] as const,
          ...conditions.map((condition) => [condition, t(`editor.when.${condition}`)] as const),
        ],
        (when) => onChange({ when: when === '' ? undefined : when }),
      )}
      {select(
        'tone',
        block.tone ?? '',
        [['', t('editor.tone.both')] as const, ...tones.map((tone) => [tone, t(`editor.tone.${tone}`)] as const)],
        (tone) => onChange({ tone: tone === '' ? undefined : tone }),
      )}
      {choices.length === 0 ? (
        <p className={styles.quiet}>{t('editor.sentence.noValues')}</p>
      ) : (
        select(
          'missing',
          missing,
          (['keep', 'ask', 'leave-out'] as const).map((kind) => [kind, t(`editor.missing.${kind}`)]),
          setMissing,
        )
      )}
      {missing !== 'keep' && choices.length > 1 && (
        <fieldset className={styles.set}>
          <legend>{t('editor.sentence.needs')}</legend>
          <div className={styles.ticks}>
            {choices.map((name) => (
              <label key={name} className={styles.tick}>
                <input
                  type="checkbox"
                  checked={needs.includes(name)}
                  onChange={({ currentTarget }) =>
                    onChange({
                      needs: currentTarget.checked ? [...needs, name] : needs.filter((one) => one !== name),
                    })
                  }
                />
                <bdi>{valueLabel(t, variables.find((one) => one.name === name) ?? { name })}</bdi>
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}

/** In a few words what is unusual about a sentence: when it stands and when it is left out. */
export function sentenceNotes(block: TemplateBlock): readonly string[] {
  const missing = missingOf(block);
  return [
    ...(block.when ? [`editor.when.${block.when}`] : []),
    ...(block.tone ? [`editor.tone.${block.tone}`] : []),
    ...(missing === 'keep' ? [] : [`editor.missing.${missing}`]),
  ];
}
