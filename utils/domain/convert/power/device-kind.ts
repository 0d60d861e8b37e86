/**
 * What matters about a device for the mains. `heating`: simple resistive heat; `synchronous`: its speed or time hangs on
 * the frequency; `electronic`: neither.
 */
export type DeviceKind = 'heating' | 'synchronous' | 'electronic';

// The first list that holds a word of the name wins: a microwave oven is no simple heater, a fan heater is one.
const KINDS: readonly (readonly [DeviceKind, RegExp])[] = [
  [
    'synchronous',
    /(?<!\p{L})(?:microwaves?|micro-?ondes|microondas|microonde|mikrowelle\p{L}*|magnetron|mikrofalów\p{L}*|микроволнов\p{L}*|mikrodalga|compress(?:or|eur|ore)s?|kompressor\p{L}*|компрессор\p{L}*|fridges?|refrigerators?|freezers?|kühlschrank|kühlschränke|réfrigérateur|frigo\p{L}*|nevera|geladeira|холодильник\p{L}*|koelkast|kylskåp|lodówk\p{L}*|buzdolab\p{L}*|air ?con(?:ditioner)?s?|dehumidifiers?|washing machines?|(?:alarm|wall|desk|mains) clocks?|clocks?|timers?|time switch(?:es)?|zeitschaltuhr|wecker|\p{L}{2,}uhr|horloge|réveil|reloj|orologio|relógio|часы|таймер\p{L}*|klok|klocka|zegar\p{L}*|(?:duvar|masa|çalar) saati?|turntables?|record players?|plattenspieler|tourne-disques?|platine vinyle|tocadiscos|giradischi|toca-discos|проигрывател\p{L}*|platenspeler|skivspelare|gramofon|pikap|tape decks?|reel-to-reel|(?:ac |synchronous |induction )?motors?|motor|moteur|motore|мотор\p{L}*|двигател\p{L}*|silnik\p{L}*|ventilators?|fans?|(?:water |aquarium |air )?pumps?|pumpe\p{L}*|pompe|bomba|насос\p{L}*|ساعة (?:حائط|منبه)|منبه|ثلاجة|ميكروويف|ضاغط|محرك)(?!\p{L})(?! ?heaters?)|微波炉|微波爐|压缩机|壓縮機|冰箱|空调|除湿|时钟|時鐘|闹钟|定时器|电唱机|唱片机|黑胶|电机|电动机|马达|水泵|洗衣机|電子レンジ|冷蔵庫|エアコン|時計|タイマー|レコードプレーヤー|ターンテーブル|モーター|コンプレッサー|전자레인지|냉장고|에어컨|시계|타이머|턴테이블|모터/iu,
  ],
  [
    'heating',
    /(?<!\p{L})(?:heat(?:ing|ers?)?|(?:space |fan |water |oil )?heaters?|kettles?|toasters?|irons?|steamers?|hair ?(?:dryers?|driers?)|dryers?|straighteners?|curling (?:iron|wand)s?|curlers?|hot ?plates?|grills?|griddles?|ovens?|air fryers?|fryers?|rice cookers?|cookers?|coffee (?:maker|machine)s?|waffle makers?|heat guns?|soldering irons?|immersion heaters?|electric blankets?|heizung|heiz\p{L}*|wasserkocher|toaster|bügeleisen|haartrockner|föhn|fön|glätteisen|lockenstab|heißluftfritteuse|bouilloire|grille-pain|fer à (?:repasser|lisser)|sèche-cheveux|chauffage|radiateur|hervidor|tostadora|plancha|secador|calefactor|bollitore|tostapane|ferro da stiro|asciugacapelli|phon|piastra|stufa|chaleira|torradeira|ferro|aquecedor|чайник\p{L}*|тостер\p{L}*|утюг\p{L}*|фен\p{L}*|обогревател\p{L}*|waterkoker|broodrooster|strijkijzer|föhn|haardroger|vattenkokare|brödrost|strykjärn|hårtork|czajnik\p{L}*|toster|żelazk\p{L}*|suszark\p{L}*|prostownic\p{L}*|su ısıtıcı\p{L}*|tost makinesi|ütü|saç kurutma|ısıtıcı|غلاية|محمصة|مكواة|مجفف|سخان|مدفأة)(?!\p{L})|电热|加热|发热|取暖|水壶|烧水壶|电吹风|吹风机|电熨斗|熨斗|卷发棒|直发器|烤箱|烤面包机|空气炸锅|电饭煲|电暖|电磁炉|ドライヤー|ケトル|トースター|アイロン|ヒーター|炊飯器|電気毛布|드라이기|드라이어|전기포트|주전자|토스터|다리미|히터|고데기|밥솥/iu,
  ],
  [
    'electronic',
    /(?<!\p{L})(?:chargers?|charging|electronics?|laptops?|notebooks?|phones?|smartphones?|tablets?|computers?|pcs?|monitors?|tvs?|televisions?|routers?|speakers?|radios?|cameras?|printers?|projectors?|lamps?|lights?|leds?|light ?bulbs?|power (?:supply|adapter|bank|brick)s?|adapters?|consoles?|shavers?|toothbrush(?:es)?|ladegerät\p{L}*|lampe\p{L}*|leuchte\p{L}*|elektronik|chargeur|cargador|caricatore|caricabatterie|carregador|lámpara|lampada|luminária|зарядн\p{L}*|зарядк\p{L}*|ламп\p{L}*|светильник\p{L}*|oplader|laddare|ładowark\p{L}*|lamp[ay]?|şarj\p{L}*|شاحن|مصباح)(?!\p{L})|充电器|充电|电源|适配器|灯|手机|电脑|笔记本|音箱|相机|投影|充電器|ライト|ランプ|パソコン|スマホ|충전기|조명|램프|노트북/iu,
  ],
];

/** Kind of a device by its name or title in any of the fourteen languages; null when no word tells. */
export function deviceKind(name: string): DeviceKind | null {
  const text = name.slice(0, 400);
  return KINDS.find(([, words]) => words.test(text))?.[0] ?? null;
}
