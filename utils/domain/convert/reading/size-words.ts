import type { Audience, ShoeSystem } from '../sizes/shoe';

/** A size code a buyer can write; the national clothing codes count as EU on shoes. */
export type SizeCode = ShoeSystem | 'FR' | 'DE' | 'IT' | 'ES' | 'ASIAN';

/** Codes written as capitals; lower case would be everyday words (`it`, `de`, `au`, `us`). */
export const CAPITAL_CODES: Readonly<Record<string, SizeCode>> = {
  US: 'US', USA: 'US', 'U.S.': 'US', 'U.S': 'US', GB: 'UK', AU: 'AU', AUS: 'AU', IT: 'IT', DE: 'DE', FR: 'FR', ES: 'ES', BR: 'BR', EUR: 'EU',
  MX: 'MX', RU: 'RU', RUS: 'RU', CN: 'CN', CHN: 'CN', JPN: 'JP', KOR: 'KR', EE: 'EU',
}; // prettier-ignore

/** Codes and country words safe in any case. */
export const CODE_WORDS: Readonly<Record<string, SizeCode>> = {
  uk: 'UK', 'u.k.': 'UK', 'u.k': 'UK', british: 'UK', english: 'UK', britisch: 'UK', britische: 'UK', britischer: 'UK', anglaise: 'UK', 'royaume-uni': 'UK', inglesa: 'UK', 'reino unido': 'UK', британский: 'UK', английский: 'UK', 英国: 'UK', 英國: 'UK', 英码: 'UK', 英碼: 'UK', イギリス: 'UK', 영국: 'UK',
  eu: 'EU', euro: 'EU', european: 'EU', europe: 'EU', europea: 'EU', europeo: 'EU', europeia: 'EU', europeu: 'EU', européenne: 'EU', europäische: 'EU', europäisch: 'EU', европейский: 'EU', евро: 'EU', 欧码: 'EU', 歐碼: 'EU', 欧洲: 'EU', 欧: 'EU', ヨーロッパ: 'EU', 유럽: 'EU', أوروبي: 'EU', avrupa: 'EU',
  american: 'US', usa: 'US', amerikanische: 'US', américaine: 'US', americana: 'US', americano: 'US', американский: 'US', 美国: 'US', 美國: 'US', 美码: 'US', 美碼: 'US', 美: 'US', アメリカ: 'US', 미국: 'US', أمريكي: 'US',
  australian: 'AU', aussie: 'AU', 澳码: 'AU',
  jp: 'JP', japan: 'JP', japanese: 'JP', japanische: 'JP', japonaise: 'JP', japonesa: 'JP', 日码: 'JP', 日本: 'JP', 일본: 'JP',
  kr: 'KR', korean: 'KR', korea: 'KR', 韩码: 'KR', 韓國: 'KR', 韩国: 'KR', 한국: 'KR',
  chinese: 'CN', china: 'CN', 国码: 'CN', 中国: 'CN', 中国码: 'CN', 国内: 'CN', chinesische: 'CN', chinoise: 'CN', китайский: 'CN',
  brazilian: 'BR', brasil: 'BR', brasileiro: 'BR', brasileira: 'BR', brazil: 'BR',
  mexican: 'MX', mexicana: 'MX', mexicano: 'MX', mexico: 'MX', méxico: 'MX', mex: 'MX',
  russian: 'RU', русский: 'RU', российский: 'RU', italian: 'IT', italiana: 'IT', german: 'DE', deutsche: 'DE', french: 'FR', française: 'FR', francesa: 'FR', spanish: 'ES', española: 'ES',
  asian: 'ASIAN', asia: 'ASIAN', asiatique: 'ASIAN', asiática: 'ASIAN', asiatische: 'ASIAN', アジア: 'ASIAN', 亚洲: 'ASIAN', 亚码: 'ASIAN',
}; // prettier-ignore

/** Words that only shoe sizes carry. */
export const SHOE_MARKERS: readonly string[] = [
  'shoe size', 'pointure', 'pointures', 'schuhgröße', 'schuhgrösse', 'schuhgroesse', 'schuhgr', 'schoenmaat', 'numero di scarpe', 'numero di scarpa', 'número de zapato', 'número de calzado', 'talla de zapato', 'calço', 'calco', 'calzo', 'chausse', 'размер обуви', 'размер ноги', 'ayakkabı numarası', 'ayakkabı numaram', 'ayakkabı numara', 'numer buta', 'rozmiar buta', 'rozmiar butów', 'skostorlek', '鞋码', '鞋碼', '靴のサイズ', '足のサイズ', '신발 사이즈', '발 사이즈', 'مقاس الحذاء', 'مقاس حذاء', '脚长', '腳長', 'foot length', 'fußlänge', 'длина стопы',
]; // prettier-ignore

/** Words that mark a number as a size, in fourteen languages. */
export const SIZE_MARKERS: readonly string[] = [
  'size', 'sizes', 'sz', 'taille', 'tailles', 'talla', 'tallas', 'talle', 'número', 'numero', 'núm', 'taglia', 'taglie', 'misura', 'größe', 'grösse', 'groesse', 'größen', 'gr', 'размер', 'размера', 'размере', 'размеры', 'разм', 'р-р', 'р', 'maat', 'maten', 'storlek', 'storleken', 'stl', 'strl', 'rozmiar', 'rozmiaru', 'rozmiarze', 'rozm', 'numara', 'beden', 'サイズ', '尺码', '尺碼', '尺寸', '码数', '사이즈', '치수', 'مقاس', 'المقاس', 'قياس', 'tamanho', 'tam', 'manequim', 'numeração', 'medida', 'størrelse', 'str', 'koko', 'velikost', 'méret',
]; // prettier-ignore

/** Verbs of wearing: a number after them is a size where the rest of the message speaks of shoes or the number can be nothing else. */
export const WEAR_WORDS: readonly string[] = [
  'wear', 'wears', 'wearing', 'i am a', "i'm a", "she's a", "he's a", 'take a', 'am usually a', 'usually', 'normally', 'porte du', 'porte', 'je fais du', 'fais du', 'fait du', 'uso', 'uso el', 'usa', 'uso il', 'porto', 'porto il', 'ho il', 'llevo', 'llevo el', 'visto', 'trage', 'trägt', 'habe', 'ношу', 'носит', 'draag', 'draag een', 'har', 'bär', 'noszę', 'mam', 'giyiyorum', '穿', '履いて', '普段', 'أرتدي', 'ألبس', '신어요', '신는',
]; // prettier-ignore

/** Words of asking for one: weaker than wearing, read only beside shoe words. */
export const WISH_WORDS: readonly string[] = [
  'in', 'in a', 'in an', 'need', 'need a', 'want', 'want a', 'get a', 'order a', 'ordered', 'ordered a', 'order', 'exchange for a', 'exchange for', 'en', 'el', 'un', 'una', 'du', 'le', 'la', 'der', 'die', 'das', 'eine', 'ein', 'il', 'o', 'em', 'для', 'на', 'в', 'een', 'i', 'w', 'for a', 'the', 'an', 'a', 'or', 'to a', 'number', 'bestellt', 'commandé du', 'commandé',
]; // prettier-ignore

/** Markers that follow the number. */
export const AFTER_MARKERS: readonly string[] = [
  '号', '號', '码', '碼', '码的', '号的', 'size', 'sized', 'numara', 'beden', '사이즈', 'サイズ', 'размер', 'размера', 'размеру', 'taille', 'er größe', 'numaralı', 'номер',
]; // prettier-ignore

/** Who wears it. */
export const AUDIENCE_WORDS: Readonly<Record<string, Audience>> = Object.fromEntries(
  (
    [
      ['women', 'women womens women\'s woman woman\'s ladies lady lady\'s ladies\' female wmns wife girlfriend femme femmes dame dames mujer mujeres damen frauen frau donna donne feminino feminina mulher женский женская женские жен женщин vrouwen dam kobieta damskie damski kadın bayan レディース 女性 女 女款 女士 女鞋 여성 여자 نسائي للنساء señora senhora'],
      ['men', 'men mens men\'s man man\'s male gents husband boyfriend homme hommes hombre hombres herren männer mann uomo masculino masculina homem мужской мужская мужские муж мужчин heren mannen herr męskie męski erkek メンズ 男性 男 男款 男士 男鞋 남성 남자 رجالي للرجال caballero'],
      ['kids', 'kid kids kid\'s child children child\'s children\'s toddler toddlers infant baby boy boys boy\'s girl girls girl\'s youth junior son daughter enfant enfants bébé fille garçon niño niña niños bebé kinder kind baby sohn tochter bambino bambina bambini criança infantil детский детская детские ребенок ребёнок kinderen barn dziecko dziecięce çocuk bebek キッズ 子供 子ども 儿童 兒童 童鞋 宝宝 아동 아이 키즈 أطفال طفل'],
      ['unisex', 'unisex 男女 ユニセックス'],
    ] as const
  ).flatMap(([audience, words]) => words.split(' ').map((word) => [word, audience])),
); // prettier-ignore

/** Words that say the message is about shoes. */
export const SHOE_WORDS: readonly string[] = [
  'shoe', 'shoes', 'sandal', 'sandals', 'boot', 'boots', 'sneaker', 'sneakers', 'slipper', 'slippers', 'heels', 'loafers', 'trainers', 'insole', 'insoles', 'foot', 'feet', 'chaussure', 'chaussures', 'basket', 'baskets', 'sandale', 'sandales', 'bottes', 'pied', 'zapato', 'zapatos', 'zapatillas', 'sandalias', 'botas', 'calzado', 'tenis', 'tênis', 'pie', 'schuh', 'schuhe', 'schuhen', 'sandalen', 'stiefel', 'turnschuhe', 'fuß', 'scarpa', 'scarpe', 'sandali', 'stivali', 'piede', 'sapato', 'sapatos', 'sandália', 'sandálias', 'tênis', 'pé', 'обувь', 'туфли', 'кроссовки', 'ботинки', 'сапоги', 'сандалии', 'стопа', 'стопы', 'schoen', 'schoenen', 'laarzen', 'skor', 'skorna', 'kängor', 'buty', 'butów', 'sandały', 'ayakkabı', 'ayakkabılar', 'bot', 'terlik', '靴', 'シューズ', 'スニーカー', 'サンダル', 'ブーツ', '鞋', '鞋子', '凉鞋', '靴子', '脚', '신발', '운동화', '샌들', '부츠', 'حذاء', 'أحذية', 'صندل',
]; // prettier-ignore

/** Words that say the message is about clothes, so that a number is no shoe size. */
export const CLOTHING_WORDS: readonly string[] = [
  'dress', 'dresses', 'shirt', 'shirts', 't-shirt', 'tshirt', 'jacket', 'jackets', 'coat', 'jeans', 'trousers', 'pants', 'skirt', 'blouse', 'suit', 'hoodie', 'sweater', 'shorts', 'bra', 'bikini', 'swimsuit', 'leggings', 'robe', 'robes', 'chemise', 'veste', 'pantalon', 'jupe', 'manteau', 'vestido', 'camisa', 'camiseta', 'chaqueta', 'pantalones', 'falda', 'kleid', 'kleider', 'hemd', 'jacke', 'hose', 'rock', 'mantel', 'bluse', 'abito', 'vestito', 'camicia', 'giacca', 'pantaloni', 'gonna', 'saia', 'calça', 'casaco', 'jaqueta', 'платье', 'рубашка', 'куртка', 'брюки', 'джинсы', 'юбка', 'пальто', 'jurk', 'broek', 'jas', 'overhemd', 'klänning', 'skjorta', 'byxor', 'jacka', 'sukienka', 'koszula', 'kurtka', 'spodnie', 'elbise', 'gömlek', 'ceket', 'pantolon', 'ワンピース', 'ドレス', 'シャツ', 'ズボン', 'スカート', '裙', '裙子', '连衣裙', '衬衫', '外套', '裤子', '衣服', '上衣', '원피스', '셔츠', '바지', '치마', '자켓', 'فستان', 'قميص', 'بنطلون', 'ring', 'rings', 'bague', 'anillo', 'ehering', 'anello', 'anel', 'кольцо', '戒指', '指輪', '반지', 'خاتم',
]; // prettier-ignore

/** Small words that may stand between a marker and its number. */
export const FILLERS: readonly string[] = [
  'is', 'of', 'no', 'n°', 'nº', 'nr', 'no.', '#', 'a', 'the', 'in', 'are', 'about', 'number', 'my', 'it', 'usually', 'normally', 'normalement', 'habitually', 'shoe', 'shoes', 'size', 'es', 'ist', 'est', 'sind', 'è', 'é', 'de', 'du', 'en', 'le', 'la', 'el', 'il', 'die', 'der', 'von', 'di', 'do', 'der schuhe', 'het', 'är', 'は', 'が', 'の', 'を', 'で', '是', '为', '的', '이', '은', '는', '가', '을', '를', '-', 'для', 'is', 'هو', 'so', 'should be', 'would be', 'was', 'eu', 'um', 'and', 'around', 'sur',
]; // prettier-ignore

/** After a number these make it a quantity, price, time or measure, not a size. */
export const NOT_A_SIZE_AFTER: readonly string[] = [
  'day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years', 'hour', 'hours', 'hrs', 'min', 'minutes', 'pcs', 'pc', 'piece', 'pieces', 'pair', 'pairs', 'units', 'items', 'orders', 'times', 'x', 'st', 'nd', 'rd', 'th', 'usd', 'dollar', 'dollars', 'euros', 'gbp', 'pounds', 'percent', 'am', 'pm', 'jours', 'jour', 'semaines', 'mois', 'heures', 'paires', 'pièces', 'días', 'dias', 'semanas', 'horas', 'pares', 'piezas', 'tage', 'tagen', 'tag', 'wochen', 'stunden', 'uhr', 'stück', 'paar', 'giorni', 'settimane', 'ore', 'paia', 'pezzi', 'дней', 'дня', 'день', 'недель', 'недели', 'часов', 'пар', 'пары', 'шт', 'руб', 'рублей', 'dagen', 'weken', 'dagar', 'veckor', 'dni', 'tygodni', 'gün', 'hafta', 'adet', '日', '天', '个', '個', '双', '雙', '件', '周', '週', '月', '年', '時', '点', '元', '円', '块', '本', '足', '번', '일', '개', '켤레', '원', '시간', '시', '월', '년', 'يوم', 'أيام', 'أسابيع', 'v', 'w', 'volt', 'hz', 'star', 'stars', 'sterne', 'étoiles', 'estrellas', 'stelle', 'звезды', 'звезд', '星', 'kg', 'g', 'lb', 'lbs', 'inch', 'inches', 'gb', 'tb', 'ml', 'l', 'm', 'km',
]; // prettier-ignore
