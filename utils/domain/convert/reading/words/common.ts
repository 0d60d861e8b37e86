import type { WordList } from './word-list';

/** Codes, units and signs that all languages share. */
export const common: WordList = {
  size: 'sz|nº|n°|no',
  code: {
    US: 'usa|u s|u s a',
    UK: 'uk|u k',
    EU: 'eu|euro',
    JP: 'jp|jpn',
    KR: 'kr|kor',
    FR: 'fr',
    BR: 'br',
    MX: 'mx|mex',
    CN: 'cn|chn',
    RU: 'ru|rus',
    AU: 'aus',
  },
  unit: {
    cm: 'cm|cms|см|㎝|سم',
    mm: 'mm|мм|㎜|مم',
    m: 'm|м|م',
    in: 'in|inch|inches|"|″|дюйм*|インチ|英寸|吋|인치|بوصة|بوصه',
    ft: 'ft|feet',
    kg: 'kg|kgs|kilo|kilos|кг|㎏|كجم|كغ|كيلو*',
    lb: 'lb|lbs|pound|pounds',
    st: 'stone|st',
    jin: '斤|市斤',
    chi: '尺|市尺',
    cun: '寸|市寸',
  },
  count:
    '%|°|€|$|£|¥|₽|₹|₺|₩|zł|v|kw|hz|khz|mhz|ghz|kv|ah|mah|kwh|wh|lm|db|gb|tb|mb|kb|ml|cl|ltr|gm|gramm|oz|km|px|mp|fps|rpm|usd|eur|euros|gbp|cny|rmb|jpy|krw|rub|try|tl|pln|brl|mxn|chf|sek|aed|sar|am|pm|th|nd|rd|pcs|pc|psi|bar|min|sec|hrs',
  naming:
    'asin|sku|id|ean|upc|imei|dhl|ups|dpd|gls|usps|fedex|hermes|iphone|ipad|ps|xbox|galaxy|redmi|rtx|tel|tel.|phone|fax|mobile|whatsapp|wechat|qq|pin|ref|version|v|usb|hdmi|ipx|ip|lot|zip|plz|bluetooth|windows|android|ios|ddr',
};
