import { describe, expect, test } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import { readDeviceLabel, writeBands } from '@/utils/domain/convert/power/device-label';
import { checkCompatibility, countryPower, type Device } from '@/utils/domain/convert/power/mains';

const supply = (country: string) => {
  const power = countryPower(country, conversionTables.mains);
  if (!power) throw new Error(`no supply for ${country}`);
  return power;
};

const aDevice = (plug: string | undefined, input: string | null, more: Partial<Device> = {}): Device => ({
  label: input === null ? null : readDeviceLabel(input),
  ...(plug ? { plug } : {}),
  ...more,
});

const check = (device: Device, country: string) => checkCompatibility(device, supply(country));

describe('country supply', () => {
  test('Japan is 100 V at 50 or 60 Hz, not 110 V', () => {
    expect(supply('JP')).toMatchObject({ volts: [100], hertz: [50, 60], plugTypes: ['A', 'B'] });
  });

  test('the United Kingdom is 230 V at 50 Hz, not 200 V', () => {
    expect(supply('GB')).toMatchObject({ volts: [230], hertz: [50], plugTypes: ['G'] });
  });

  test('Brazil’s voltage depends on the town', () => {
    expect(supply('BR')).toMatchObject({ volts: [127, 220], voltageVaries: true });
  });

  test('knows no supply for Antarctica or an unknown code', () => {
    expect(countryPower('AQ', conversionTables.mains)).toBeNull();
    expect(countryPower('XX', conversionTables.mains)).toBeNull();
  });
});

describe('device labels', () => {
  test.each([
    ['100-240V~ 50/60Hz 1.5A', [[100, 240]], [50, 60]],
    ['AC 100–240 V', [[100, 240]], []],
    [
      '120V/240V',
      [
        [120, 120],
        [240, 240],
      ],
      [],
    ],
    [
      '110/220V',
      [
        [110, 110],
        [220, 220],
      ],
      [],
    ],
    ['220V~ 1800W', [[220, 220]], []],
    ['220-240V 50Hz', [[220, 240]], [50]],
    ['230 Вольт', [[230, 230]], []],
  ])('%s', (input, bands, hertz) => {
    const label = readDeviceLabel(input);
    expect(label?.bands.map(({ low, high }) => [low, high])).toEqual(bands);
    expect(label?.hertz).toEqual(hertz);
  });

  test('reads watts, or works them out of volt and ampere', () => {
    expect(readDeviceLabel('220V~ 1800W')?.watts).toBe(1800);
    expect(readDeviceLabel('230V 1.2kW')?.watts).toBe(1200);
    expect(readDeviceLabel('120V 10A')?.watts).toBe(1200);
    expect(readDeviceLabel('100-240V')?.watts).toBeUndefined();
  });

  test('a USB device has no mains voltage', () => {
    expect(readDeviceLabel('DC 5V 2A USB')).toMatchObject({ lowVoltage: true, bands: [] });
  });

  test('nothing is guessed where no voltage stands', () => {
    expect(readDeviceLabel('1800 W heater')).toBeNull();
  });

  test('are written the way a type plate writes them', () => {
    expect(writeBands([{ low: 100, high: 240 }])).toBe('100–240 V');
    expect(
      writeBands([
        { low: 120, high: 120 },
        { low: 240, high: 240 },
      ]),
    ).toBe('120 / 240 V');
  });
});

describe('compatibility', () => {
  test.each<[string, string, string, 'direct' | 'adapter', 'ok' | 'converter' | 'not_recommended']>([
    ['C', '100-240V 50/60Hz', 'FR', 'direct', 'ok'],
    ['C', '100-240V 50/60Hz', 'GB', 'adapter', 'ok'],
    ['A', '120V 60Hz', 'DE', 'adapter', 'converter'],
    ['A', '120V 60Hz 1800W', 'DE', 'adapter', 'not_recommended'],
    ['C', '220-240V 50Hz', 'US', 'adapter', 'converter'],
    ['I', '220V 50Hz', 'AU', 'direct', 'ok'],
    ['I', '220V 50Hz', 'CN', 'direct', 'ok'],
    ['G', '230V', 'SG', 'direct', 'ok'],
    ['A', '110V', 'MX', 'direct', 'converter'],
    ['A', '120V', 'MX', 'direct', 'ok'],
    ['A', '100V', 'US', 'direct', 'converter'],
    ['A', '120V', 'JP', 'direct', 'converter'],
    ['A', '110V', 'JP', 'direct', 'ok'],
    ['E/F', '230V', 'FR', 'direct', 'ok'],
    ['Schuko', '230V', 'DE', 'direct', 'ok'],
    ['C', '220V', 'BR', 'direct', 'converter'],
  ])('plug %s, %s in %s', (plug, input, country, fit, power) => {
    expect(check(aDevice(plug, input), country)).toMatchObject({ fit, power });
  });

  test('an unknown label or plug stays unknown, it never works', () => {
    expect(check(aDevice('G', null), 'GB').power).toBe('unknown');
    expect(check(aDevice(undefined, '230V'), 'GB').fit).toBe('unknown');
  });

  test.each<[string, Device, string]>([
    ['frequency', aDevice('I', '220V 50Hz', { kind: 'clock' }), 'KR'],
    ['frequency', aDevice('A', '100V 60Hz', { kind: 'motor' }), 'JP'],
    ['polarised', aDevice('A', '100-240V'), 'JP'],
    ['polarised', aDevice('I', '220V'), 'AR'],
    ['limited_outlets', aDevice('B', '100-240V'), 'JP'],
    ['unearthed', aDevice('E/F', '230V'), 'DK'],
    ['unearthed', aDevice('F', '230V'), 'TH'],
    ['voltage_varies_by_region', aDevice('N', '220V'), 'BR'],
    ['voltage_switch', aDevice('A', '120V/240V'), 'US'],
    ['plug_current', aDevice('C', '230V 2000W'), 'DE'],
    ['weaker', aDevice('A', '120V'), 'JP'],
    ['sources_differ', aDevice('G', '230V'), 'AE'],
  ])('warns of %s', (warning, device, country) => {
    expect(check(device, country).warnings).toContain(warning);
  });

  test('a charger does not mind the frequency', () => {
    expect(check(aDevice('C', '220V 50Hz', { kind: 'charger' }), 'KR').warnings).not.toContain('frequency');
  });
});
