import { useMemo, useState } from 'react';
import { rowOfSize, sizeOverview } from '@/utils/domain/convert/overview/size-overview';
import { sizeScale } from '@/utils/domain/convert/overview/size-scale';
import type { Audience } from '@/utils/domain/convert/sizes/shoe';
import type { SizeCategory, SizeGiven } from '@/utils/domain/convert/sizes/size';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import { EmptyState } from '../../ui/empty-state';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import { readSizeFields, sizeCategories } from '../forms/size-fields';
import { SizeScaleDrawing } from './size-scale-drawing';
import { SizeTable } from './size-table';
import styles from './tables.module.css';

const AUDIENCES: readonly Audience[] = ['women', 'men', 'kids'];

interface Picked {
  readonly category: SizeCategory;
  readonly audience: Audience | '';
}

/** The size a query asks for, as far as it is whole. */
function givenOf(query: string): SizeGiven | null {
  const read = query.trim() === '' ? null : readSizeFields(query);
  if (!read?.category || !read.system || !read.size) return null;
  const { category, system, size, audience } = read;
  return { category, system, size, ...(audience ? { audience } : {}) };
}

/**
 * The tables of all sizes: a category and an audience, the scale, every system as a column. The tables follow what is
 * asked until something else is chosen; the size asked is marked in both.
 */
export function SizeTables(props: {
  readonly query: string;
  readonly audience: Audience | null;
  readonly tables: ConversionTables;
}) {
  const t = useT();
  const { query, tables } = props;
  const given = useMemo(() => givenOf(query), [query]);
  const asked = `${given?.category ?? ''} ${given?.audience ?? ''}`;
  const [choice, setChoice] = useState<Picked & { readonly whileAsked: string }>();
  const first: Picked = {
    category: given?.category ?? choice?.category ?? 'shoes',
    audience: given?.audience ?? choice?.audience ?? props.audience ?? 'women',
  };
  const { category, audience } = choice?.whileAsked === asked ? choice : first;
  const pick = (patch: Partial<Picked>) => setChoice({ category, audience, ...patch, whileAsked: asked });

  const overview = useMemo(() => sizeOverview(category, audience || undefined, tables), [category, audience, tables]);
  const scale = useMemo(() => overview && sizeScale(overview), [overview]);
  const row = overview && given ? rowOfSize(overview, given, tables) : -1;

  return (
    <section className={styles.section} aria-label={t('convert.table.label')}>
      <div className={styles.picks}>
        <Field label={t('convert.table.category')}>
          {(control) => (
            <select
              {...control}
              value={category}
              onChange={(event) => pick({ category: event.target.value as SizeCategory })}
            >
              {sizeCategories.map((name) => (
                <option key={name} value={name}>
                  {t(`convert.category.${name}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('convert.table.audience')}>
          {(control) => (
            <select
              {...control}
              value={audience}
              onChange={(event) => pick({ audience: event.target.value as Audience | '' })}
            >
              {AUDIENCES.map((name) => (
                <option key={name} value={name}>
                  {t(`convert.audience.${name}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {overview === null ? (
        <EmptyState title={t('convert.table.noneTitle')} next={t('convert.table.noneNext')} />
      ) : (
        <>
          {scale && (
            <SizeScaleDrawing
              scale={scale}
              at={scale.rowsAt[row] ?? null}
              asked={overview.rows[row]}
              overview={overview}
            />
          )}
          <SizeTable overview={overview} row={row} />
        </>
      )}
    </section>
  );
}
