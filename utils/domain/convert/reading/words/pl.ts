import type { WordList } from './word-list';

/** Polish. */
export const pl: WordList = {
  size: 'rozmiar|rozmiaru|rozmiarze|rozmiarem|rozmiary|rozm|roz|numer|nr|rozmiarówka|rozmiar to',
  shoeSize: 'numer buta|rozmiar buta|rozmiar butów|rozmiar obuwia|numer butów|numer obuwia|rozmiar stopy',
  wear: 'noszę|nosi|mam|mam rozmiar|ubieram|zwykle|zazwyczaj|zawsze|normalnie|noszę rozmiar|zwykle noszę|ma',
  wish: 'w|na|o|potrzebuję|chcę|chciałbym|chciałabym|czy jest|czy są|jest|są|zamówiłam|zamówiłem|kupiłam|kupiłem|wymiana na|wymienić na|wymiany na|zamienić na|lub|albo|dostępny|dostępne w|dla|dostałam|dostałem',
  filler: 'to|jest|w|na|mój|moja|do|około|ok|europejski|zwykle|i|dla',
  available: 'proszę|dostępny|dostępne|dostępna|dziękuję|lub|albo|i|w magazynie|jeszcze|dla|są',
  or: 'lub|albo|i|czy|do',
  half: 'i pół|i pol|pół',
  audience: {
    women: 'damski|damskie|damska|kobieta|kobiety|kobiet|żona|żony|pani|dziewczyna',
    men: 'męski|męskie|męska|mężczyzna|mężczyzny|mąż|męża|pan',
    kids: 'dziecko|dziecka|dzieci|dziecięcy|dziecięce|dziecięca|chłopiec|chłopca|dziewczynka|dziewczynki|syn|syna|córka|córki|niemowlę|niemowląt',
  },
  topic: {
    shoes:
      'buty|butów|butach|bucik*|sandał*|obuwie|obuwia|kozaki|kozaków|botki|trampki|trampek|kapcie|klapki|klapek|szpilki|adidasy|półbuty|trapery|tenisówki|mokasyny',
    dress: 'sukienk*|sukni*|spódnic*',
    top: 'bluzk*|koszulk*|swetr*|sweter|bluz*|t shirt',
    jacket: 'kurtk*|płaszcz*|marynark*|garnitur*',
    jeans: 'spodnie|spodni|dżinsy|jeansy|jeansów|spodenki',
    shirt_collar: 'kołnierzyk|kołnierzyka|obwód szyi',
    clothing: 'ubranie|ubrania|odzież|koszula|koszule|koszuli|koszulę|strój|piżama|bielizna|majtki',
    bra: 'biustonosz*|stanik*',
    ring: 'pierścion*|obrączk*|pierścień',
    hat: 'czapk*|kapelusz*|kask',
    glove: 'rękawiczk*|rękawic*',
    belt: 'pasek|paska|pas',
    sock: 'skarpet*|rajstopy',
    other:
      'kabel|ładowarka|telefon|ekran|lampa|stół|krzesło|łóżko|materac|zasłony|dywan|plecak|torba|etui|ręcznik|zegarek',
  },
  body: {
    heightCm: 'wzrost|wzrostu|wysoki|wysoka',
    weightKg: 'waga|ważę|waży|wagi',
    footCm: 'stopa|stopy|stopę|długość stopy|długości stopy',
    chestCm: 'klatka|klatka piersiowa|klatki piersiowej|obwód klatki',
    bustCm: 'biust|biustu|w biuście|obwód biustu',
    underbustCm: 'pod biustem|obwód pod biustem',
    waistCm: 'talia|talii|w talii|w pasie|pas',
    hipCm: 'biodra|biodrach|w biodrach|bioder',
    headCm: 'głowa|głowy|obwód głowy',
    handCm: 'dłoń|dłoni',
    fingerCm: 'palec|palca',
    neckCm: 'szyja|szyi',
    inseam: 'długość nogawki|nogawka|nogawki|długość',
  },
  unit: {
    cm: 'centymetr*',
    mm: 'milimetr*',
    m: 'metr|metry|metrów',
    in: 'cal|cale|cali',
    kg: 'kilogram*|kilo',
    lb: 'funtów|funty',
  },
  code: {
    UK: 'brytyjski*|angielski*',
    EU: 'europejski*|ue',
    US: 'amerykański*',
    DE: 'niemiecki*',
    CN: 'chiński*',
    ASIAN: 'azjatycki*',
  },
  age: { y: 'rok|lat|lata|latek|roku', m: 'miesiąc|miesiące|miesięcy' },
  count:
    'dzień|dni|dnia|tydzień|tygodnie|tygodni|miesiąc|miesiące|miesięcy|rok|lat|lata|godzin|godziny|minut|sztuk|sztuki|szt|par|pary|para|razy|procent|stopni|gwiazdek|gwiazdki|woltów|watów|kolory|zdjęcia|zdjęć|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|paczek|paczki|gram|litr*|zł|złotych|groszy|roboczych|osób',
  naming:
    'zamówienie|zamówienia|numer zamówienia|nr zamówienia|przesyłka|numer przesyłki|numer paczki|cena|cenę|zapłaciłam|zapłaciłem|kosztuje|kosztował|faktura|zwrot|model|kod|ulica|ul|mieszkanie|pokój|telefon|razem|ilość|wiek|od|do|ciągu|po|tylko|mniej|więcej|wersja|dnia|tel',
};
