/** Words of listing titles in the fourteen reply languages: what a thing is, and what only looks like one. */
import type { AskedProduct } from '../convert/answers/asked-product';

/** What a title can say a product is; `skirt` and the like are clothing without a table of their own. */
type TitleCategory = NonNullable<AskedProduct['category']>;

/** Words of one category: whole words, endings of compound words (German, Dutch), and parts of CJK text. */
export interface TitleWords {
  readonly category: TitleCategory;
  /** Languages whose compounds and phrases end with what the thing is: "dress shoes", "Regenjacke", 连衣裙. */
  readonly headLast: string;
  /** Languages that say first what the thing is: "zapatos de vestir", "bague en argent". */
  readonly headFirst: string;
  /** Endings of German and Dutch compounds. */
  readonly endings: string;
  /** Chinese, Japanese and Korean, which leave no space before them. */
  readonly parts: string;
}

/** Every category with its words. */
export const titleWords: readonly TitleWords[] = [
  {
    category: 'shoes',
    headLast:
      'shoe shoes sneaker sneakers trainers boot boots booties sandal sandals slipper slippers loafer loafers pumps heels stilettos moccasins clogs flip-flops flipflops cleats espadrilles mules schuh schuhe stiefel stiefeletten sandalen turnschuhe hausschuhe pantoffeln badelatschen schoen schoenen laarzen laarsjes slippers ayakkabı ayakkabısı botu çizme terlik terliği sandalet spor-ayakkabı',
    headFirst:
      'chaussure chaussures baskets bottes bottines sandales mocassins escarpins chaussons tongs zapato zapatos zapatillas botas botines sandalias mocasines tacones chanclas deportivas sapato sapatos tênis sapatilhas sandálias chinelos scarpa scarpe stivali stivaletti sandali mocassini ciabatte pantofole buty butów trampki sneakersy sandały botki kozaki kapcie klapki półbuty обувь туфли кроссовки кеды ботинки сапоги сандалии босоножки тапочки мокасины ботильоны حذاء أحذية صندل شبشب بوت',
    endings:
      'schuh schuhe schuhen stiefel stiefeletten sandalen pantoffeln sneaker sneakers schoenen schoen laarzen slippers',
    parts:
      '鞋 靴 拖鞋 凉鞋 シューズ スニーカー サンダル ブーツ パンプス スリッパ ローファー 신발 운동화 샌들 부츠 구두 슬리퍼 스니커즈',
  },
  {
    category: 'dress',
    headLast: 'dress dresses gown sundress kleid kleider jurk jurken jurkje elbise elbisesi',
    headFirst:
      'robe robes vestido vestidos abito abiti vestito vestiti sukienka sukienki платье сарафан фустан فستان فساتين',
    endings: 'kleid kleider jurk jurken',
    parts: '连衣裙 連衣裙 连身裙 長裙 礼服 ワンピース ドレス 원피스 드레스',
  },
  {
    category: 'top',
    headLast:
      't-shirt t-shirts tshirt tshirts tee tees shirt shirts blouse blouses top tops hoodie hoodies sweatshirt sweatshirts sweater sweaters pullover jumper cardigan polo vest hemd hemden bluse blusen strickjacke kapuzenpullover overhemd trui vesten gömlek tişört kazak bluz hırka',
    headFirst:
      'chemise chemises chemisier blouse pull sweat camisa camisas camiseta camisetas blusa blusas sudadera jersey suéter camicia camicie maglietta maglia maglione felpa camisola moletom koszula koszulka bluzka bluza sweter рубашка футболка блузка свитер худи толстовка водолазка майка قميص تيشيرت بلوزة سترة-صوف',
    endings: 'shirt shirts hemd hemden bluse pullover hoodie trui pulli',
    parts:
      'T恤 衬衫 襯衫 上衣 卫衣 衛衣 毛衣 针织衫 シャツ ブラウス セーター パーカー トレーナー ニット 셔츠 블라우스 티셔츠 니트 후드 맨투맨 스웨터',
  },
  {
    category: 'jacket',
    headLast:
      'jacket jackets coat coats parka parkas blazer blazers windbreaker raincoat overcoat trenchcoat anorak jacke jacken mantel mäntel sakko jas jassen ceket mont montu kaban palto',
    headFirst:
      'veste vestes manteau manteaux blouson doudoune imperméable chaqueta chaquetas abrigo cazadora americana gabardina giacca giacche giubbotto giubbino cappotto piumino jaqueta jaquetas casaco casacos kurtka płaszcz marynarka куртка пальто пуховик пиджак ветровка плащ جاكيت معطف سترة',
    endings: 'jacke jacken mantel parka sakko jas',
    parts:
      '夹克 夾克 外套 大衣 羽绒服 羽絨服 风衣 風衣 西装外套 ジャケット コート ブルゾン ダウン 자켓 재킷 코트 점퍼 패딩',
  },
  {
    category: 'jeans',
    headLast:
      'jeans trousers pants chinos leggings joggers sweatpants slacks shorts cargos hosen jogginghose broek broeken spijkerbroek pantolon pantolonu eşofman kot',
    headFirst:
      'pantalon pantalons jean vaquero vaqueros pantalón pantalones mallas pantaloni pantalone calça calças bermuda spodnie dżinsy jeansy брюки джинсы штаны шорты леггинсы بنطلون بنطال جينز سروال',
    endings: 'hose hosen jeans shorts broek broeken leggings',
    parts: '牛仔裤 牛仔褲 裤 褲 ジーンズ パンツ ズボン デニム 청바지 바지 팬츠 슬랙스 레깅스',
  },
  {
    category: 'bra',
    headLast: 'bra bras bralette brassiere bustier bh sütyen büstenhalter',
    headFirst: 'soutien-gorge brassière sujetador sostén sutiã reggiseno biustonosz stanik бюстгальтер лифчик صدرية',
    endings: '-bh büstenhalter',
    parts: '文胸 胸罩 内衣文胸 ブラジャー ブラ 브라',
  },
  {
    category: 'ring',
    headLast: 'ring rings ringe ehering verlobungsring ringen trouwring yüzük yüzüğü alyans signet',
    headFirst:
      'bague bagues alliance anillo anillos alianza anel anéis aliança anello anelli pierścionek obrączka кольцо перстень خاتم دبلة',
    endings: 'ehering eheringe verlobungsring fingerring silberring goldring siegelring trauring trouwring',
    parts: '戒指 指环 指環 对戒 指輪 リング 반지',
  },
  {
    category: 'hat',
    headLast: 'hat hats cap caps beanie fedora beret hut mütze mützen kappe hoed muts şapka bere',
    headFirst:
      'chapeau casquette bonnet sombrero gorra gorro chapéu boné cappello berretto kapelusz czapka шляпа шапка кепка бейсболка قبعة',
    endings: 'hut mütze kappe muts',
    parts: '帽 帽子 ハット キャップ 모자',
  },
  {
    category: 'glove',
    headLast: 'glove gloves mittens handschuh handschuhe handschoenen eldiven eldiveni',
    headFirst: 'gant gants guante guantes luva luvas guanto guanti rękawice rękawiczki перчатки варежки قفازات قفاز',
    endings: 'handschuh handschuhe handschoenen',
    parts: '手套 手袋 グローブ 장갑',
  },
  {
    category: 'belt',
    headLast: 'belt belts gürtel riem kemer kemeri',
    headFirst: 'ceinture ceintures cinturón cinturones cinto cintura pasek ремень пояс حزام',
    endings: 'gürtel',
    parts: '皮带 皮帶 腰带 腰帶 ベルト 벨트',
  },
  {
    category: 'sock',
    headLast: 'sock socks stockings socken strümpfe sokken çorap çorabı',
    headFirst: 'chaussettes calcetines meias calze calzini skarpety skarpetki носки جوارب',
    endings: 'socken strümpfe sokken',
    parts: '袜 襪 靴下 ソックス 양말',
  },
  {
    category: 'clothing',
    headLast:
      'skirt skirts swimsuit bikini underwear pyjamas pajamas suit jumpsuit romper overalls costume rock röcke badeanzug unterwäsche schlafanzug anzug badpak rok etek mayo pijama takım',
    headFirst:
      'jupe jupes maillot pyjama costume combinaison falda faldas bañador traje pijama saia maiô gonna completo pigiama spódnica strój piżama юбка купальник пижама костюм комбинезон تنورة بدلة بيجامة',
    endings: 'rock anzug schlafanzug unterwäsche rokje',
    parts: '半身裙 短裙 裙 泳衣 睡衣 套装 套裝 内裤 スカート 水着 パジャマ スーツ 치마 스커트 수영복 잠옷 정장',
  },
];

/**
 * Things named after what they are for, after what they look like or after what they drive: none of them has a size
 * of clothes. A word here that ends the title's first phrase, or opens one that says its noun first, decides.
 */
export const OTHER_THINGS =
  'rack racks organizer organiser box boxes holder holders stand light lights lamp dryer cleaner polish brush insole insoles laces lace tree trees stretcher hanger hangers bag bags case sizer doorbell charger adapter cover covers protector spray kit horn storage cabinet display tray mat rug bell binder pull-ring spanner keychain regal schrank ständer halter kasten lampe licht trockner föhn reiniger einlagen einlegesohlen spanner schnürsenkel leuchte ladegerät netzteil tasche beutel étui boîte support meuble range sèche-cheveux sèche-chaussures lacets semelles lampe chargeur zapatero secador organizador soporte plantillas cordones lámpara cargador caja scarpiera asciugacapelli solette lacci lampada caricatore porta suporte secador palmilhas cadarços luminária carregador półka suszarka wkładki sznurowadła lampa ładowarka полка сушилка фен стельки шнурки лампа зарядное подставка органайзер schoenenrek föhn droger inlegzolen veters lamp oplader ayakkabılık kurutma makinesi tabanlık bağcık lamba حامل مجفف مصباح شاحن رف نعل';

/** Words that name clothes only among words of clothes: elsewhere they are a pump, a hub cap, a fan belt, the best. */
export const WEAK_WORDS =
  'top tops cap caps belt belts ring rings vest suit heels pumps trainers sock bonnet mules boot';

/** Words that make a weak word one of clothes or jewellery. */
export const WORN =
  /925|sterling|\b(?:gold|golden|silver|diamond|moissanite|zircon|wedding|engagement|promise|jewel\w*|leather|cotton|wool|linen|denim|knit\w*|crochet|baseball|snapback|trucker|sleeve\w*|crop|fashion|casual|wear)\b/i;

/** The same without spaces before them. */
export const OTHER_PARTS =
  '鞋架 鞋柜 鞋垫 鞋带 鞋刷 鞋盒 鞋套 戒指盒 耳环 吹风机 吹風機 充电器 台灯 鼻环 钥匙 衣架 帽架 收纳 支架 シューズラック 靴べら インソール 靴ひも ドライヤー リングライト スマホリング 充電器 収納 ハンガー 신발장 깔창 신발끈 드라이기 충전기 거치대 옷걸이 링라이트';

/** Title words of whom a thing is made for, beside those a buyer's message uses. */
export const TITLE_AUDIENCES = {
  women:
    "women womens women's woman's woman ladies lady ladies' female wmns femme femmes dames mujer mujeres señora señoras damen frauen donna donne feminino feminina mulher женский женская женские женское женщин vrouwen damskie damska damski damskich kobiet kadın bayan نسائي نسائية للنساء حريمي",
  men: "men mens men's man's gents male homme hommes hombre hombres caballero herren männer uomo uomini masculino masculina homem мужской мужская мужские мужское мужчин heren mannen męskie męska męski męskich mężczyzn erkek رجالي رجالية للرجال",
  kids: "kids kid's kid children children's childrens child toddler toddlers infant baby newborn boys boys' boy's girls girls' girl's boy girl youth junior enfant enfants bébé fille filles garçon garçons niño niña niños niñas bebé infantil kinder kind jungen mädchen bambino bambina bambini neonato criança crianças menino menina детский детская детские детское детей мальчиков девочек kinderen jongens meisjes dziecięce dziecięca dziecięcy dzieci çocuk bebek أطفال للأطفال بناتي ولادي",
  unisex: 'unisex унисекс',
} as const;

/** The same as parts of Chinese, Japanese and Korean text; the first that is found counts. */
export const AUDIENCE_PARTS = {
  unisex: '男女 情侣款 中性 ユニセックス 男女兼用 남녀공용',
  kids: '儿童 兒童 童鞋 童装 童裝 宝宝 寶寶 婴儿 嬰兒 女童 男童 キッズ 子供 子ども こども ベビー ジュニア 女の子 男の子 아동 아기 유아 키즈 주니어',
  women: '女鞋 女士 女式 女款 女装 女裝 女 レディース 婦人 女性 여성 여자 여성용',
  men: '男鞋 男士 男式 男款 男装 男裝 男 メンズ 紳士 男性 남성 남자 남성용',
} as const;

/** Words of sizes above the ordinary range. */
export const PLUS_WORDS =
  'plus-size|plus size|plussize|große größen|grosse größen|grande taille|grandes tailles|talla grande|tallas grandes|taglie forti|taglia grande|taglie grandi|tamanho grande|tamanhos grandes|duże rozmiary|большие размеры|больших размеров|grote maten|büyük beden|大码|大碼|大きいサイズ|빅사이즈|مقاسات كبيرة';
