import { describe, expect, test } from 'vitest';
import { readDeviceLabel, readLabel } from '@/utils/domain/convert/power/device-label';
import { lowestMedian } from '@/tests/speed';

/** `100-240 | 50,60 | 50`: bands, hertz, watts. */
const shown = (input: string): string => {
  const label = readLabel(input);
  if (!label.ok) return label.error.kind;
  const { bands, hertz, watts, lowVoltage, usb } = label.value;
  const volts = bands.map(({ low, high }) => (low === high ? `${low}` : `${low}-${high}`)).join('/');
  return [usb ? 'usb' : lowVoltage ? 'low' : volts, hertz.join(','), watts ?? ''].join(' | ').trim();
};

describe('printed labels', () => {
  test.each([
    ['100-240V~ 50/60Hz 0.5A', '100-240 | 50,60 | 50'],
    ['120V/240V', '120/240 |  |'],
    ['220V~ 1800W', '220 |  | 1800'],
    ['220V~1800W', '220 |  | 1800'],
    ['230V50Hz', '230 | 50 |'],
    ['220V~50Hz 45W', '220 | 50 | 45'],
    ['AC 110V 60Hz', '110 | 60 |'],
    ['INPUT: 100V–240V AC, 1.2A MAX', '100-240 |  | 120'],
    ['12V DC adapter included 100-240', '100-240 |  |'],
    ['230 V ~ 50 Hz 2000-2400 W', '230 | 50 | 2400'],
    ['220～240V', '220-240 |  |'],
    ['100~240V 50~60Hz', '100-240 | 50,60 |'],
    ['２２０Ｖ　５０Ｈｚ', '220 | 50 |'],
    ['85-265VAC 47-63Hz', '85-265 | 50,60 |'],
    ['AC100-120V/AC200-240V', '100-120/200-240 |  |'],
    ['120V 60Hz / 230V 50Hz', '120/230 | 50,60 |'],
    ['110v or 220v', '110/220 |  |'],
    ['115/230V', '115/230 |  |'],
    ['240-100V', '100-240 |  |'],
    ['100-240', '100-240 |  |'],
    ['220-240V AC 50Hz 8.7A', '220-240 | 50 | 2088'],
    ['120 V, 12.5 A', '120 |  | 1500'],
    ['0.5 A 230 V', '230 |  | 115'],
    ['230V 500mA', '230 |  | 115'],
    ['1,800 W 230V', '230 |  | 1800'],
    ['230V 1.2kW', '230 |  | 1200'],
    ['230V 0,5kW', '230 |  | 500'],
    ['INPUT 220V OUTPUT 110V 100VA', '220 |  | 100'],
    ['Output: 12V 1A Input: 100-240V', '100-240 |  |'],
    ['Input 100-240V~ 1A Output 20V 3.25A 65W', '100-240 |  | 100'],
    ['AC/DC 100-240V', '100-240 |  |'],
    ['380V 3 phase', '380 |  |'],
    ['输入：100-240V~50/60Hz 0.5A 输出：5V⎓2A', '100-240 | 50,60 | 50'],
    ['额定电压 220V 额定功率 1800W', '220 |  | 1800'],
    ['电压：220伏 功率：1800瓦 频率：50赫兹', '220 | 50 | 1800'],
    ['入力：AC100V 50/60Hz 1200W', '100 | 50,60 | 1200'],
    ['定格電圧 100V 50-60Hz', '100 | 50,60 |'],
    ['100ボルト 1200ワット', '100 |  | 1200'],
    ['220볼트 1000와트', '220 |  | 1000'],
    ['Вход: 100-240 В~ 50/60 Гц 0,5 А', '100-240 | 50,60 | 50'],
    ['220 В, 2,2 кВт', '220 |  | 2200'],
    ['от 100 до 240 В', '100-240 |  |'],
    ['الدخل: ١٠٠-٢٤٠ فولت ٥٠/٦٠ هرتز ٠٫٥ أمبير', '100-240 | 50,60 | 50'],
    ['100 bis 240 Volt', '100-240 |  |'],
    ['de 100 à 240 V', '100-240 |  |'],
    ['de 100 a 240 V', '100-240 |  |'],
    ['100から240V', '100-240 |  |'],
  ])('%s', (input, expected) => expect(shown(input)).toBe(expected.trim()));

  test.each([
    ['DC 5V 2A', 'usb |  | 10'],
    ['USB-C PD', 'usb |  |'],
    ['PD 65W', 'usb |  | 65'],
    ['QC3.0', 'usb |  |'],
    ['5V/9V/12V USB', 'usb |  |'],
    ['DC 12V 2A', 'low |  | 24'],
    ['12VDC', 'low |  |'],
    ['3.7V 2000mAh', 'low |  |'],
    ['1.5V x 2 AA', 'low |  |'],
    ['DC 120V solar', 'low |  |'],
  ])('%s is not for the mains', (input, expected) => expect(shown(input)).toBe(expected.trim()));

  test.each([
    ['9000V', 'absurd-voltage'],
    ['0V', 'absurd-voltage'],
    ['-5V', 'absurd-voltage'],
    ['-220V', 'absurd-voltage'],
    ['70V', 'absurd-voltage'],
    ['999999V', 'absurd-voltage'],
    ['1800 W heater', 'no-voltage'],
    ['110-120 cm', 'no-voltage'],
    ['order 100-240-555', 'no-voltage'],
    ['$100-120', 'no-voltage'],
    ['', 'no-voltage'],
    ['no label on it', 'no-voltage'],
  ])('%s says nothing: %s', (input, problem) => {
    expect(shown(input)).toBe(problem);
    expect(readDeviceLabel(input)).toBeNull();
  });

  test('a long text is read in time', () => {
    for (const text of [
      '1-'.repeat(5000),
      '220V/'.repeat(2000),
      '~'.repeat(5000),
      '9'.repeat(5000),
      'dc '.repeat(3000),
    ]) {
      expect(lowestMedian(() => readLabel(text), 100, 1)).toBeLessThan(100);
    }
  });
});
