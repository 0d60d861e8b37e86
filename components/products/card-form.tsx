import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { ShopId } from '@/utils/domain/ids';
import { longestTitle, readIds } from '@/utils/domain/products/plan-import';
import { productFields, type ProductCard } from '@/utils/domain/products/product-card';
import { readValue } from '@/utils/domain/products/read-value';
import { longestId } from '@/utils/domain/products/same-product';
import { onEscape } from '../content/keys';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { CardField, type FormField } from './card-field';
import { problemWords } from './problem-words';
import styles from './products.module.css';

const idFields: readonly FormField[] = [
  { id: 'sku', type: 'id', maxLength: longestId },
  { id: 'product_id', type: 'id', maxLength: longestId },
  { id: 'title', type: 'text', maxLength: longestTitle },
];
const formFields: readonly FormField[] = [...idFields, ...productFields];

/** Names of the API's problems for fields that are called otherwise here. */
const fieldOfProblem = (field: string): string => (field === 'productId' ? 'product_id' : field);

type Texts = Readonly<Record<string, string>>;

const textsOf = (card: ProductCard | null): Texts => ({
  ...card?.values,
  sku: card?.sku ?? '',
  product_id: card?.productId ?? '',
  title: card?.title ?? '',
});

/** Writes a new card or changes one; every field says at once what it can't take. */
export function CardForm(props: {
  readonly card: ProductCard | null;
  readonly shopId: ShopId;
  readonly onSaved: (card: ProductCard) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { api } = useApp();
  const { card, shopId, onSaved, onClose } = props;
  const [firstTexts] = useState(() => textsOf(card));
  const [texts, setTexts] = useState(firstTexts);
  const [wrong, setWrong] = useState<Texts>({});
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[name=sku]')?.focus();
  }, []);

  const wordsFor = (id: string): string => {
    if (id === 'title') return '';
    if (id !== 'sku' && id !== 'product_id') {
      const read = readValue(id, texts[id] ?? '');
      return read.ok ? '' : problemWords(t, read.error);
    }
    const ids = readIds({ sku: texts['sku'] ?? '', productId: texts['product_id'] ?? '' });
    if (ids.ok) return '';
    const of = 'field' in ids.error ? ids.error.field : 'sku';
    return of === id ? problemWords(t, ids.error) : '';
  };

  const focusOn = (id: string) => form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(id)}"]`)?.focus();

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const found = Object.fromEntries(
      formFields.map(({ id }) => [id, wordsFor(id)] as const).filter(([, words]) => words),
    );
    setWrong(found);
    setProblem(null);
    const [first] = Object.keys(found);
    if (first !== undefined) return focusOn(first);
    setBusy(true);
    const { sku = '', product_id: productId = '', title = '', ...values } = texts;
    const saved = await api.products.save({
      shopId,
      title,
      values,
      ...(sku.trim() ? { sku } : {}),
      ...(productId.trim() ? { productId } : {}),
      ...(card ? { id: card.id } : {}),
    });
    setBusy(false);
    if (saved.ok) return onSaved(saved.value);
    const field = saved.error.kind === 'invalid' ? fieldOfProblem(saved.error.field) : '';
    if (!formFields.some(({ id }) => id === field)) return setProblem(saved.error);
    setWrong({ [field]: t('convert.products.problem.taken') });
    focusOn(field);
  };

  return (
    // The key handler only closes; the controls inside are what a person works with.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className={styles.form}
      aria-label={t(card ? 'convert.products.form.change' : 'convert.products.form.new')}
      noValidate
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        // What was typed is not lost by a key.
        if (texts === firstTexts) onEscape(event, onClose);
      }}
    >
      <h2>{t(card ? 'convert.products.form.change' : 'convert.products.form.new')}</h2>
      <p className={styles.quiet}>{t('convert.products.form.help')}</p>
      <div className={styles.fields}>
        {formFields.map((field) => (
          <CardField
            key={field.id}
            field={field}
            value={texts[field.id] ?? ''}
            problem={wrong[field.id] ?? ''}
            onChange={(value) => {
              setTexts((now) => ({ ...now, [field.id]: value }));
              setWrong((now) => ({ ...now, [field.id]: '' }));
            }}
            onLeave={() => {
              // That no id is given is said when the form is sent: the second of the two may still come.
              if (field.type !== 'id') setWrong((now) => ({ ...now, [field.id]: wordsFor(field.id) }));
            }}
          />
        ))}
      </div>
      {card?.authors?.['sizeOffset'] === 'returns' && (
        <p className={styles.quiet}>{t('convert.products.form.learned')}</p>
      )}
      {problem && <ProblemPanel problem={problem} />}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" disabled={isBusy}>
          {t('convert.products.form.save')}
        </Button>
        <Button onClick={onClose}>{t('convert.products.form.cancel')}</Button>
      </div>
    </form>
  );
}
