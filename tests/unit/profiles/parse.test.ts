import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageProfile } from '@/utils/domain/profiles/profile';
import { MAX_PROFILE_BYTES, parseProfile, parseTaughtPage, type ProfileCheck } from '@/utils/domain/profiles/parse';
import { profile, taughtPage } from './builders';

const check: ProfileCheck = {
  isSelector: (css) => css !== '#not-in-this-browser',
  knownFields: { demo: ['composer', 'message'] },
  newerThan: { demo: '2026.11.22.1' },
};
const parse = (value: unknown, change: Partial<ProfileCheck> = {}) =>
  parseProfile(typeof value === 'string' ? value : JSON.stringify(value), { ...check, ...change });
const problem = (value: unknown, change: Partial<ProfileCheck> = {}) => {
  const parsed = parse(value, change);
  return parsed.ok ? 'ok' : parsed.error;
};
const withField = (field: unknown) => ({ ...profile(), fields: { composer: field } });
const source = { page: 'chat', seen: '2026-11', structure: ['textarea'] };

describe('parseProfile', () => {
  it('reads what it was written from, with and without a byte order mark', () => {
    const whole = profile({ taught: [taughtPage({ buyerMessage: '.from-buyer' })] });
    expect(parse(whole)).toEqual({ ok: true, value: whole });
    expect(parse(`\ufeff${JSON.stringify(whole)}`)).toEqual({ ok: true, value: whole });
  });

  it('says that a file is too large before it reads it, in bytes', () => {
    expect(problem(' '.repeat(MAX_PROFILE_BYTES + 1))).toEqual({ kind: 'too-large', limit: MAX_PROFILE_BYTES });
    expect(problem('语'.repeat(MAX_PROFILE_BYTES / 3 + 1))).toEqual({ kind: 'too-large', limit: MAX_PROFILE_BYTES });
    expect(problem(JSON.stringify(profile()).padEnd(MAX_PROFILE_BYTES))).toBe('ok');
  });

  it.each([['not json'], ['{'], ['['.repeat(60_000)], ['']])('says that %.20s is no JSON', (text) => {
    expect(problem(text)).toEqual({ kind: 'not-json' });
  });

  it.each([
    ['null', null, ''],
    ['a list', [], 'format'],
    ['another format', { ...profile(), format: 'bundle' }, 'format'],
    ['schema 0', { ...profile(), schema: 0 }, 'schema'],
    ['a version of letters', { ...profile(), version: 'newest' }, 'version'],
    ['a date of another form', { ...profile(), date: '22.11.2026' }, 'date'],
    ['one more key', { ...profile(), script: 'alert(1)' }, 'script'],
    ['fields in a list', { ...profile(), fields: [] }, 'fields'],
    ['a field with one more key', withField({ ...source, code: '1' }), 'fields.composer.code'],
    ['a selector that is a number', withField({ ...source, structure: [1] }), 'fields.composer.structure.0'],
    ['a field without its month', withField({ page: 'chat', structure: [] }), 'fields.composer.seen'],
    ['41 candidates', withField({ ...source, structure: Array(41).fill('p') }), 'fields.composer.structure'],
    ['endless lists', withField({ ...source, structure: Array(5000).fill('p') }), 'fields.composer.structure'],
    [
      '101 fields',
      { ...profile(), fields: Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`f${at}`, source])) },
      'fields',
    ],
    ['an endless text', withField({ ...source, page: 'x'.repeat(5000) }), 'fields.composer.page'],
    ['endless depth', withField({ a: { b: { c: { d: { e: { f: 1 } } } } } }), 'fields.composer.a.b.c.d'],
    [
      'a taught page of another marketplace',
      { ...profile(), taught: [{ ...taughtPage(), marketplace: 'elsewhere' }] },
      'taught.0.marketplace',
    ],
    ['two taught pages of one name', { ...profile(), taught: [taughtPage(), taughtPage()] }, 'taught.1.id'],
    ['a host with a path', { ...profile(), taught: [taughtPage({ host: 'a.example/b' })] }, 'taught.0.host'],
    ['a path with a query', { ...profile(), taught: [taughtPage({ path: '/a?b=1' })] }, 'taught.0.path'],
    ['an address as path', { ...profile(), taught: [taughtPage({ path: 'javascript:alert(1)' })] }, 'taught.0.path'],
  ])('refuses %s and says where', (_, value, path) => {
    expect(problem(value)).toEqual({ kind: 'malformed', path });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the name %s anywhere', (name) => {
    const text = JSON.stringify(profile()).replace('"composer"', `"${name}"`);
    expect(problem(text)).toEqual({ kind: 'malformed', path: `fields.${name}` });
    const deep = JSON.stringify(profile()).replace('"page"', `"${name}":{"polluted":1},"page"`);
    expect(problem(deep)).toEqual({ kind: 'malformed', path: `fields.composer.${name}` });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('tells a file of a later Parley from a broken one', () => {
    expect(problem({ ...profile(), schema: 2, more: true })).toEqual({ kind: 'newer-schema', found: 2 });
  });

  it('names the marketplace and the field nobody knows', () => {
    expect(problem(profile(), { knownFields: {} })).toEqual({ kind: 'unknown-marketplace', marketplace: 'demo' });
    expect(problem({ ...profile(), marketplace: 'tostring' })).toMatchObject({ kind: 'unknown-marketplace' });
    expect(problem(profile({ fields: { wallet: source } }))).toEqual({ kind: 'unknown-field', field: 'wallet' });
  });

  it.each([
    'div:has(p:has(a:has(b)))',
    'p:not(:is(:not(a)))',
    'a[href="x"] { }',
    Array(21).fill('a').join(','),
    '#not-in-this-browser',
    `.${'x'.repeat(300)}`.slice(0, 300) + 'y',
  ])('refuses the selector %.40s with its field', (css) => {
    const found = problem(withField({ ...source, semantic: [css] }));
    const expected = css.length > 300 ? { kind: 'malformed' } : { kind: 'bad-selector', field: 'composer' };
    expect(found).toMatchObject(expected);
    const taught = problem({ ...profile(), taught: [taughtPage({ fields: { message: [css] } })] });
    expect(taught).toMatchObject(css.length > 300 ? { kind: 'malformed' } : { kind: 'bad-selector', field: 'message' });
  });

  it('refuses what is not newer than what is in use, unless it brings taught pages alone', () => {
    const old = profile({ version: '2026.11.22.1' });
    expect(problem(old)).toEqual({ kind: 'not-newer', version: '2026.11.22.1', known: '2026.11.22.1' });
    expect(problem(old, { newerThan: {} })).toBe('ok');
    expect(problem({ ...old, fields: {}, taught: [taughtPage()] })).toBe('ok');
  });

  it('never throws, and never lets anything through that it would not write itself', () => {
    const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value));
    const mangled = fc.tuple(fc.nat(), fc.string({ maxLength: 6 })).map(([at, text]) => {
      const whole = JSON.stringify(profile({ taught: [taughtPage()] }));
      const place = at % whole.length;
      return whole.slice(0, place) + text + whole.slice(place + text.length);
    });
    fc.assert(
      fc.property(fc.oneof(json, mangled, fc.string()), (text) => {
        const parsed = parse(text);
        if (parsed.ok) expect(JSON.parse(text)).toEqual(parsed.value);
      }),
      { numRuns: 400 },
    );
  });

  it.each(
    readdirSync('utils/marketplaces', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(`utils/marketplaces/${entry.name}/profile.json`))
      .map(({ name }) => name),
  )('takes the built-in profile of %s', (market) => {
    const text = readFileSync(`utils/marketplaces/${market}/profile.json`, 'utf8');
    const { fields } = JSON.parse(text) as PageProfile;
    const parsed = parseProfile(text, {
      // Throws for what is no selector; one that finds the empty page itself is one as well.
      isSelector: (css) => document.querySelectorAll(css).length >= 0,
      knownFields: { [market]: Object.keys(fields) },
      newerThan: {},
    });
    expect(parsed).toMatchObject({ ok: true });
  });
});

describe('parseTaughtPage', () => {
  it('reads a page and nothing besides', () => {
    expect(parseTaughtPage(taughtPage(), check)).toEqual({ ok: true, value: taughtPage() });
    expect(parseTaughtPage({ ...taughtPage(), text: 'Ana García' }, check)).toMatchObject({
      ok: false,
      error: { kind: 'malformed', path: 'text' },
    });
    expect(parseTaughtPage(taughtPage({ buyerMessage: 'p:hover' }), check)).toMatchObject({
      ok: false,
      error: { kind: 'bad-selector', field: 'message', css: 'p:hover' },
    });
  });
});
