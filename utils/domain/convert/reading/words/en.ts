import type { WordList } from './word-list';

/** English. */
export const en: WordList = {
  size: 'size|sizes|sized|sizing|sise|siz|size is|size of|size number',
  shoeSize: 'shoe size|shoes size|shoesize|foot size|feet size|size shoe|size shoes|boot size|sneaker size',
  wear: "fits me|fit me|wear|wears|wearing|wore|take a|takes a|i am a|i'm a|im a|she is a|she's a|he's a|he is a|usually|normally|typically|always|usually a|normally a|usual",
  wish: 'in|in a|in an|need|need a|needs|want|want a|get|get a|got|have|has|have a|have in|order a|ordered|ordered a|bought|bought a|exchange for|exchange for a|change to|change it to|swap for|swap for a|swap it for a|for a|to a|the|an|a|or|number|would like|would like a|is|does|do you have|sell|fit|fits|between|also|from a|instead of|switch to',
  filler:
    "is|of|a|the|in|are|about|my|it|it's|its|usually|normally|should be|would be|was|and|around|approx|approximately|please|a uk|for|at|only|label|tag|labelled|says|mostly|either|exactly|type|standard|your|this|their|her|his",
  available:
    'please|pls|thanks|available|left|in stock|instead|ok|okay|fit|fits|be ok|too|or|and|if|?|still|anymore|wide|narrow|regular|for',
  or: 'or|and|to|vs|versus|&',
  half: 'and a half|and half|& half|& a half',
  audience: {
    women:
      "women|womens|women's|woman|woman's|ladies|lady|lady's|ladies'|female|wmns|wms|womans|wife|wife's|girlfriend|mother|mom|mum",
    men: "men|mens|men's|man|man's|male|gents|gent's|husband|husband's|boyfriend|father|dad|gentlemen",
    kids: "kid|kids|kid's|kids'|child|children|child's|children's|childrens|toddler|toddlers|toddler's|infant|infants|baby|babies|boy|boys|boy's|boys'|girl|girls|girl's|girls'|youth|junior|juniors|son|daughter|son's|daughter's|grandson|granddaughter|newborn|new born|little kid|big kid",
    unisex: 'unisex',
  },
  topic: {
    shoes:
      'shoe|shoes|sandal|sandals|boot|boots|sneaker|sneakers|slipper|slippers|heels|loafer|loafers|trainers|flip flops|flipflops|pumps|moccasins|clogs|footwear|crocs|espadrilles|sliders|cleats|runners|oxfords|stilettos',
    dress: 'dress|dresses|skirt|skirts|gown|gowns|jumpsuit|romper|sundress',
    top: 'top|tops|blouse|blouses|t shirt|t shirts|tshirt|tshirts|tee|tees|hoodie|hoodies|sweater|sweaters|jumper|jumpers|sweatshirt|sweatshirts|cardigan|tunic|vest|pullover|polo|tank top|jersey',
    jacket: 'jacket|jackets|coat|coats|blazer|blazers|suit|suits|parka|tuxedo|anorak|windbreaker|raincoat|waistcoat',
    jeans: 'jeans|jean|trousers|trouser|pants|chinos|chino|denim|slacks|shorts|leggings|joggers|cargo pants|sweatpants',
    inseam: 'inseam length',
    shirt_collar: 'dress shirt|dress shirts|formal shirt|collar|collar size|neck size',
    clothing:
      'clothes|clothing|garment|garments|shirt|shirts|swimsuit|swimsuits|bikini|pajamas|pyjamas|nightgown|kimono|costume|uniform|outfit|bathrobe|underwear|briefs|boxers|panties|thermals|bodysuit|wetsuit|onesie|lingerie|corset|apron|shapewear|tracksuit|robe|overalls|cosplay|abaya|hijab',
    bra: 'bra|bras|bralette|bralettes|brassiere|bra size',
    ring: 'ring|rings|ring size|wedding band|engagement ring|wedding ring|signet',
    hat: 'hat|hats|cap|caps|beanie|helmet|helmets|fedora|beret',
    glove: 'glove|gloves|mittens',
    belt: 'belt|belts',
    sock: 'sock|socks|stockings|hosiery',
    kids: 'babygrow|sleepsuit|babywear|kidswear|childrenswear',
    other:
      'cable|cables|charger|battery|phone|phone case|laptop|tablet|tv|screen|monitor|lamp|bulb|table|chair|desk|bed|mattress|sofa|pillow|curtain|curtains|blanket|towel|rug|carpet|shelf|bottle|cup|mug|pan|knife|drill|screw|screws|pipe|tire|tyre|bike|bicycle|wheel|tent|backpack|suitcase|bag|handbag|wallet|watch|kettle|blender|printer|camera|lens|toy|puzzle|book|printer|poster|frame|filter|hose|pump|speaker|headphones|adapter|plug',
  },
  body: {
    heightCm: "height|tall|i am|i'm|im|she is|he is|he's|she's|high|stand|stands|5ft",
    weightKg: 'weight|weigh|weighs|weighing',
    footCm:
      'foot|foot length|feet|feet length|foot measures|foot is|barefoot|length of my foot|foot measurement|heel to toe',
    chestCm: 'chest|chest size|chest measurement|chest circumference|pit to pit',
    bustCm: 'bust|full bust|bust size|bust measurement|breast',
    underbustCm: 'underbust|under bust|under the bust|ribcage|rib cage|underband',
    waistCm: 'waist|waistline|waist size|waist measurement',
    hipCm: 'hip|hips|hip size|hip measurement|hip circumference',
    headCm: 'head|head circumference|head size|head measures',
    handCm: 'hand|hand circumference|palm|knuckles|hand measures',
    fingerCm: 'finger|finger circumference|ring finger',
    neckCm: 'neck|neck circumference',
    inseam: 'inseam|inside leg|inner leg|leg|leg length|length|inleg',
  },
  unit: {
    cm: 'centimeter|centimeters|centimetre|centimetres',
    mm: 'millimeter|millimeters|millimetre|millimetres',
    m: 'meter|meters|metre|metres',
    ft: 'foot',
    kg: 'kilograms|kilogram|kilogrammes',
  },
  code: {
    UK: 'british|english|great britain|united kingdom',
    EU: 'european|europe',
    US: 'american|united states',
    AU: 'australian|aussie|australia',
    JP: 'japan|japanese',
    KR: 'korean|korea',
    CN: 'chinese|china',
    BR: 'brazilian|brazil',
    MX: 'mexican|mexico',
    RU: 'russian|russia',
    IT: 'italian|italy',
    DE: 'german|germany',
    FR: 'french|france',
    ES: 'spanish|spain',
    ASIAN: 'asian|asia',
  },
  letter: {
    S: 'small',
    M: 'medium',
    L: 'large',
    XL: 'extra large|x large',
    XXL: 'double xl|xx large',
    XS: 'extra small|x small',
  },
  age: { y: 'year|years|yr|yrs|yo|y/o|year old|years old', m: 'month|months|mo|mos|mths|mth' },
  count:
    "day|days|week|weeks|month|months|year|years|hour|hours|hr|minutes|minute|mins|seconds|pc|piece|pieces|pair|pairs|unit|units|item|items|order|orders|times|time|dollar|dollars|euro|euros|pounds|bucks|percent|degrees|star|stars|volt|volts|watt|watts|amp|amps|hertz|litre|liter|litres|liters|ounce|ounces|gram|grams|mile|miles|yard|yards|people|persons|parcels|packages|packs|pack|boxes|box|sets|set|photos|pictures|colours|colors|different|more|other|messages|emails|customers|arrived|ago|o'clock|late|street|road|avenue|lane|drive|bottles|business|working|of them|of these|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|off|cent|cents|grand|pages|reviews|ways|things|parts|questions|kids|children|children's|boys|girls|men|women",
  naming:
    'order|orders|order number|order no|tracking|tracking number|invoice|price|paid|pay|cost|costs|refund|refunded|charged|discount|only|total|model|model number|item number|part number|code|serial|serial number|room|flat|apt|apartment|house|street|unit|suite|floor|page|step|level|age|aged|year|chapter|gate|bus|route|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|call|text|quantity|qty|number of|line|postcode|post code|zip code|po box|box|case|ticket|reference|transaction|worth|save|under|over|within|after|past|until|by|since|last|next|first|every|least|most|least|than|another|top|article|photo|picture|version|rated|voltage|temperature',
};
