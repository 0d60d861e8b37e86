import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import en from '@/public/locales/en/convert.json';
import zh from '@/public/locales/zh-CN/convert.json';
import { deviceKind } from '@/utils/domain/convert/power/device-kind';
import { readDeviceLabel, readLabel } from '@/utils/domain/convert/power/device-label';
import {
  checkCompatibility,
  countryPower,
  POWER_NOTES,
  supplyOf,
  transformerWatts,
  warningKey,
  type Compatibility,
  type Device,
} from '@/utils/domain/convert/power/mains';
import { normalPlug } from '@/utils/domain/convert/power/plug-fit';

const check = (country: string, input: string | null, more: Partial<Device> = {}): Compatibility => {
  const power = countryPower(country, conversionTables.mains);
  if (!power) throw new Error(`no supply for ${country}`);
  return checkCompatibility({ label: input === null ? null : readDeviceLabel(input), ...more }, power);
};

describe('plugs go where they go safely', () => {
  test.each<[plug: string, direct: string, adapter: string]>([
    ['A', 'US JP MX TW CN TH PH VN', 'GB DE AU KR ZA'],
    ['B', 'US CA MX JP TH', 'GB DE CN AI'],
    ['C', 'DE FR CH IT DK BR IL ZA TH CN KR AR RU', 'GB US AU JP SG MT'],
    ['E/F', 'DE FR KR PL BE SE DK', 'GB US AU CH BR IL ZA TH CN'],
    ['F', 'DE KR NL DK', 'FR PL GB TH'],
    ['E', 'FR PL BE', 'DE KR GB'],
    ['D', 'IN NP GH', 'ZA GB DE'],
    ['G', 'GB IE SG MY HK AE', 'DE US AU IN'],
    ['H', 'IL', 'DE GB TH'],
    ['I', 'AU NZ CN AR FJ', 'GB US DE'],
    ['J', 'CH LI', 'DE BR IT'],
    ['K', 'DK GL', 'DE GB'],
    ['L', 'IT CL', 'DE CH'],
    ['M', 'ZA LS IN', 'GB DE'],
    ['N', 'BR ZA', 'CH DE'],
    ['O', 'TH', 'IL DK DE'],
  ])('%s', (plug, direct, adapter) => {
    for (const country of direct.split(' ')) expect.soft(check(country, null, { plug }).fit, country).toBe('direct');
    for (const country of adapter.split(' ')) expect.soft(check(country, null, { plug }).fit, country).toBe('adapter');
  });

  test.each<[warning: string, plug: string, country: string]>([
    ['polarised', 'A', 'JP'],
    ['polarised', 'A', 'CN'],
    ['polarised', 'A', 'TH'],
    ['polarised', 'I', 'AR'],
    ['limited_outlets', 'B', 'JP'],
    ['limited_outlets', 'B', 'TH'],
    ['limited_outlets', 'N', 'ZA'],
    ['limited_outlets', 'C', 'AE'],
    ['unearthed', 'E/F', 'DK'],
    ['unearthed', 'E/F', 'TH'],
    ['unearthed', 'F', 'AO'],
    ['unearthed', 'B', 'AI'],
    ['pins_touchable', 'E/F', 'TH'],
    ['hybrid_likely', 'E', 'DE'],
    ['hybrid_likely', 'F', 'FR'],
    ['two_pin', 'I', 'CN'],
    ['pin_versions', 'N', 'BR'],
    ['pin_versions', 'L', 'IT'],
  ])('warns of %s: %s in %s', (warning, plug, country) =>
    expect(check(country, null, { plug }).warnings).toContain(warning),
  );

  test.each<[warning: string, plug: string, country: string]>([
    ['polarised', 'A', 'US'],
    ['polarised', 'I', 'AU'],
    ['limited_outlets', 'B', 'US'],
    ['limited_outlets', 'G', 'AE'],
    ['unearthed', 'E/F', 'DE'],
    ['unearthed', 'C', 'AO'],
    ['pins_touchable', 'C', 'TH'],
    ['hybrid_likely', 'E/F', 'DE'],
    ['pin_versions', 'C', 'BR'],
  ])('does not warn of %s: %s in %s', (warning, plug, country) =>
    expect(check(country, null, { plug }).warnings).not.toContain(warning),
  );

  test.each([
    ['Schuko', 'E/F'],
    ['CEE 7/7', 'E/F'],
    ['EU', 'E/F'],
    ['type g', 'G'],
    ['Type-C USB', 'USB'],
    ['usb', 'USB'],
    ['US plug', 'A'],
    ['UK', 'G'],
    ['A型', 'A'],
    ['тип F', 'F'],
    ['Ｇ', 'G'],
    ['Europlug', 'C'],
    ['Q', null],
    ['', null],
    ['toString', null],
  ])('%j is plug %s', (written, plug) => expect(normalPlug(written)).toBe(plug));
});

describe('voltage', () => {
  test.each<[input: string, suits: string, suitsNot: string]>([
    ['220V', 'DE GB AU CN KR KE', 'US JP BR MX'],
    ['230V', 'DE GB CN KE', 'US JP'],
    ['240V', 'DE KE CN', 'US JP'],
    ['110V', 'US JP TW CO', 'MX DE'],
    ['120V', 'US MX TW', 'JP DE'],
    ['100V', 'JP TW', 'US MX DE'],
    ['127V', 'MX US', 'JP TW DE'],
    ['100-240V', 'US JP DE GB BR MX', ''],
    ['110-240V', 'US JP DE BR', ''],
    ['220-240V', 'DE GB CN', 'US JP BR'],
    ['120V/240V', 'US DE', 'JP'],
    ['100-120V/200-240V', 'US JP DE GB', ''],
  ])('%s', (input, suits, suitsNot) => {
    for (const country of suits.split(' ')) expect.soft(check(country, input).power, country).toBe('ok');
    for (const country of suitsNot.split(' ').filter(Boolean))
      expect.soft(check(country, input).power, country).not.toBe('ok');
  });

  test('120 V goods on 100 V are refused as weaker, 100 V goods on 120 V without that comfort', () => {
    expect(check('JP', '120V')).toMatchObject({ power: 'converter', unsuitedVolts: [100] });
    expect(check('JP', '120V').warnings).toContain('weaker');
    expect(check('US', '100V').power).toBe('converter');
    expect(check('US', '100V').warnings).not.toContain('weaker');
    expect(check('US', '230V').warnings).not.toContain('weaker');
  });

  test('the position of the switch is asked for only where it matters', () => {
    expect(check('US', '120V/240V').warnings).toContain('voltage_switch');
    expect(check('US', '100-240V').warnings).not.toContain('voltage_switch');
  });

  test('each switch position has ten per cent of its own', () => {
    // 120 V +10 % and 240 V -10 % leave a gap from 132 to 216 V.
    expect(check('BR', '120V/240V').power).toBe('ok');
    expect(check('BQ', '120V').unsuitedVolts).toEqual([220]);
  });

  test('where the voltage depends on the town both must suit, and the buyer is told', () => {
    expect(check('BR', '220V')).toMatchObject({ power: 'converter', unsuitedVolts: [127] });
    for (const country of ['BR', 'CU', 'LR', 'BO', 'BQ'])
      expect.soft(check(country, '100-240V').warnings, country).toContain('voltage_varies_by_region');
  });

  test('a voltage only some sources name is told apart', () => {
    expect(check('SA', '230V')).toMatchObject({ power: 'ok', unsureVolts: [127] });
    expect(check('SA', '230V').warnings).toContain('sources_differ');
    expect(check('AE', '230V').unsureVolts).toEqual([]);
  });

  test('three-phase goods find no outlet in a home', () => {
    expect(check('DE', '380V 3 phase')).toMatchObject({ power: 'not_recommended' });
    expect(check('DE', '380V 3 phase').warnings).toContain('three_phase');
  });
});

describe('transformers', () => {
  test.each([
    [60, 80],
    [65, 90],
    [100, 130],
    [1200, 1500],
    [8, 10],
    [0.5, 10],
    [5e-324, 10],
  ])('%d W needs %d W', (watts, size) => expect(transformerWatts(watts)).toBe(size));

  test('step down, step up, or either where the town decides', () => {
    expect(check('DE', '120V 60W').transformer).toEqual({ direction: 'down', watts: 80, converterWillDo: false });
    expect(check('US', '230V 60W').transformer?.direction).toBe('up');
    expect(check('BR', '150V').transformer?.direction).toBe('either');
    expect(check('DE', '120V').transformer).toEqual({ direction: 'down', converterWillDo: false });
    expect(check('DE', '230V').transformer).toBeUndefined();
  });

  test('only simple heat may run from an electronic converter', () => {
    expect(check('DE', '120V 1200W', { kind: 'hair dryer' }).transformer?.converterWillDo).toBe(true);
    expect(check('DE', '120V 60W', { kind: 'charger' }).transformer?.converterWillDo).toBe(false);
    expect(check('DE', '120V 60W').transformer?.converterWillDo).toBe(false);
  });

  test.each<[watts: number, kind: string | undefined, power: string]>([
    [1500, 'heating', 'converter'],
    [1501, 'heating', 'not_recommended'],
    [1800, undefined, 'not_recommended'],
    [1800, 'motor', 'converter'],
    [2001, 'motor', 'not_recommended'],
    [65, 'charger', 'converter'],
  ])('%d W of %s: %s', (watts, kind, power) => {
    const device = kind ? { watts, kind } : { watts };
    expect(check('DE', '120V', device)).toMatchObject({ power });
    expect(check('DE', '120V', device).transformer === undefined).toBe(power !== 'converter');
  });

  test('watts come from volt and ampere where only these stand', () => {
    expect(check('US', '220-240V 8A')).toMatchObject({ watts: 1920, power: 'not_recommended' });
    expect(check('DE', '120V 5A').transformer?.watts).toBe(750);
  });
});

describe('frequency', () => {
  test.each<[kind: string | undefined, input: string, country: string, factor: number | undefined]>([
    ['turntable', '220V 50Hz', 'KR', 1.2],
    ['alarm clock', '120V 60Hz', 'GB', 50 / 60],
    ['motor', '100V 60Hz', 'JP', 50 / 60],
    ['motor', '100V 50Hz', 'JP', 1.2],
    ['microwave', '220V 50/60Hz', 'KR', undefined],
    [undefined, '230V 50Hz', 'KR', 1.2],
  ])('%s, %s in %s: %s', (kind, input, country, factor) => {
    const verdict = check(country, input, kind ? { kind } : {});
    expect(verdict.speedFactor).toBe(factor);
    expect(verdict.warnings.includes('frequency')).toBe(factor !== undefined);
  });

  test('heat, lamps and chargers do not care', () => {
    for (const kind of ['heating', 'kettle', 'charger', 'LED lamp', '充电器', 'Wasserkocher'])
      expect.soft(check('KR', '220V 50Hz', { kind }).warnings, kind).not.toContain('frequency');
  });

  test('a clock without a frequency on its label is warned of, by no figure', () => {
    const verdict = check('KR', '220V', { kind: 'clock' });
    expect(verdict.warnings).toContain('frequency');
    expect(verdict.speedFactor).toBeUndefined();
  });

  test.each([
    ['Mikrowelle 800 W', 'synchronous'],
    ['Plattenspieler', 'synchronous'],
    ['часы настольные', 'synchronous'],
    ['冰箱', 'synchronous'],
    ['電子レンジ', 'synchronous'],
    ['fan heater', 'heating'],
    ['Haartrockner', 'heating'],
    ['Электрический чайник', 'heating'],
    ['ヘアドライヤー', 'heating'],
    ['电吹风', 'heating'],
    ['laptop', 'electronic'],
    ['手机充电器', 'electronic'],
    ['toy', null],
    ['', null],
  ])('%s is %s', (name, kind) => expect(deviceKind(name)).toBe(kind));
});

describe('currents', () => {
  test.each<[plug: string, input: string, country: string, warning: string, warns: boolean]>([
    ['C', '230V 600W', 'DE', 'plug_current', true],
    ['C', '230V 500W', 'DE', 'plug_current', false],
    ['A', '120V 1800W', 'US', 'plug_current', false],
    ['A', '120V 2000W', 'US', 'plug_current', true],
    ['A', '100V 1500W', 'JP', 'outlet_current', false],
    ['A', '100V 1600W', 'JP', 'outlet_current', true],
    ['G', '230V 2990W', 'GB', 'plug_current', false],
    ['G', '230V 3200W', 'GB', 'plug_current', true],
    ['E/F', '230V 3200W', 'GB', 'outlet_current', true],
    ['E/F', '230V 2500W', 'CH', 'outlet_current', true],
    ['I', '230V 2300W', 'AU', 'plug_current', false],
    ['I', '230V 2400W', 'AU', 'plug_current', true],
    ['D', '230V 1200W', 'IN', 'plug_current', true],
  ])('plug %s, %s in %s: %s %s', (plug, input, country, warning, warns) =>
    expect((check(country, input, { plug }).warnings as readonly string[]).includes(warning)).toBe(warns),
  );
});

describe('nothing is promised that is not known', () => {
  test('without a rating there is no verdict on power', () => {
    expect(check('DE', null, { plug: 'E/F', watts: 60 })).toMatchObject({
      fit: 'direct',
      power: 'unknown',
      usb: false,
    });
    expect(check('DE', '1800 W').power).toBe('unknown');
  });

  test('without a plug there is no verdict on the outlet', () => {
    expect(check('DE', '230V').fit).toBe('unknown');
    expect(check('DE', '230V', { plug: 'Z' }).fit).toBe('unknown');
  });

  test('USB goods ask for the wall plug in the box', () => {
    for (const [input, plug] of [
      ['DC 5V 2A', undefined],
      ['USB-C PD', undefined],
      [null, 'USB-C'],
    ] as const) {
      const verdict = check('DE', input, plug === undefined ? {} : { plug: 'USB' });
      expect.soft(verdict, String(input)).toMatchObject({ usb: true, power: 'ok' });
      expect.soft(verdict.warnings).toContain('usb_charger');
    }
    expect(check('DE', 'DC 5V 2A', { plug: 'USB' }).fit).toBe('none');
  });

  test('low-voltage goods depend on their power supply', () => {
    expect(check('DE', 'DC 12V 2A')).toMatchObject({ power: 'unknown', usb: false });
    expect(check('DE', 'DC 12V 2A').warnings).toContain('low_voltage');
    expect(check('DE', '12V DC adapter included 100-240').power).toBe('ok');
  });

  test('a country that is none and one without a grid say which', () => {
    for (const code of ['XX', '', 'Japan', 'toString', '__proto__'])
      expect.soft(supplyOf(code, conversionTables.mains), code).toMatchObject({ error: { kind: 'unknown-country' } });
    for (const code of ['AQ', 'BV', 'HM'])
      expect.soft(supplyOf(code, conversionTables.mains), code).toMatchObject({ error: { kind: 'no-grid' } });
    expect(supplyOf(' jp ', conversionTables.mains)).toMatchObject({ value: { country: 'JP' } });
  });

  test('ten territories say that their figures are inferred', () => {
    const inferred = Object.keys(conversionTables.mains.countries).filter(
      (code) => countryPower(code, conversionTables.mains)?.inferred,
    );
    expect(inferred).toEqual(['AX', 'EH', 'GS', 'IO', 'MP', 'PM', 'SJ', 'TF', 'UM', 'WF']);
    expect(check('MP', '120V').warnings).toContain('inferred');
  });

  test('every warning and note has words in both languages', () => {
    const seen = new Set<string>(POWER_NOTES);
    for (const country of Object.keys(conversionTables.mains.countries)) {
      if (!countryPower(country, conversionTables.mains)) continue;
      for (const plug of ['A', 'B', 'E', 'F', 'E/F', 'I', 'L', 'N', 'C'])
        for (const input of ['120V 60Hz 2000W', '230V 50Hz 3500W', '120V/240V', '380V', 'DC 5V', 'DC 12V'])
          for (const warning of check(country, input, { plug }).warnings) seen.add(warningKey(warning));
    }
    expect(seen.size).toBe(20);
    for (const key of seen) {
      const [, group, name] = key.split('.') as [string, 'warning' | 'power', string];
      expect.soft((en[group] as Record<string, string>)[name], key).toMatch(/\.$/);
      expect.soft((zh[group] as Record<string, string>)[name], key).toMatch(/。$/);
    }
    for (const kind of ['unknown-country', 'no-grid', 'no-voltage', 'absurd-voltage'] as const) {
      expect.soft(en.cannot[kind]).toBeTruthy();
      expect.soft(zh.cannot[kind]).toBeTruthy();
    }
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'V',
      'v~',
      ' - ',
      '/',
      '~',
      '～',
      'Hz',
      'W',
      'kW',
      'A',
      'mA',
      'DC ',
      'AC',
      'USB',
      'Output',
      '输入',
      'В',
      '伏',
      '.',
      ',',
      ' ',
    ),
    fc.nat(99_999).map(String),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const label = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(piece, { maxLength: 14 }).map((all) => all.join('')),
  );
  const isFigure = (value: unknown): boolean =>
    value === undefined || (typeof value === 'number' && Number.isFinite(value) && value > 0);

  test('reads as a sound label or as none', () => {
    fc.assert(
      fc.property(label, (text) => {
        const read = readLabel(text);
        if (!read.ok) return read.error.kind === 'no-voltage' || read.error.kind === 'absurd-voltage';
        const { bands, hertz, watts } = read.value;
        return (
          bands.every(({ low, high }) => low >= 85 && low <= high && high <= 480) &&
          hertz.every((value) => value === 50 || value === 60) &&
          isFigure(watts)
        );
      }),
      { numRuns: 10_000 },
    );
  });

  test('gives a verdict without a number that is none', () => {
    const countries = Object.keys(conversionTables.mains.countries);
    fc.assert(
      fc.property(
        fc.record({
          plug: fc.oneof(fc.string(), fc.constantFrom('A', 'E/F', 'USB')),
          input: label,
          kind: fc.string(),
          watts: fc.double(),
        }),
        fc.oneof(fc.constantFrom(...countries), fc.string()),
        ({ plug, input, kind, watts }, country) => {
          const power = countryPower(country, conversionTables.mains);
          if (!power) return true;
          const verdict = checkCompatibility({ plug, label: readDeviceLabel(input), kind, watts }, power);
          return (
            isFigure(verdict.watts) &&
            isFigure(verdict.speedFactor) &&
            isFigure(verdict.transformer?.watts) &&
            new Set(verdict.warnings).size === verdict.warnings.length
          );
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
