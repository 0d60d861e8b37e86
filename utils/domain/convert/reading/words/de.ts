import type { WordList } from './word-list';

/** German. */
export const de: WordList = {
  size: 'größe|grösse|groesse|grosse|größen|gr|gr.|grö|konfektionsgröße|konfektionsgrösse|kleidergröße|kleidergrösse|kleidergroesse|nummer größe|normalgröße|in größe|weite',
  shoeSize: 'schuhgröße|schuhgrösse|schuhgroesse|schuhgrosse|schuhgr|schuhnummer|fußgröße',
  sizeAfter: 'er|er größe|er grösse',
  wear: 'passt mir|passen mir|trage|trägt|tragen|normalerweise|habe normalerweise|sonst|habe sonst|eigentlich|immer|meistens|sonst immer',
  wish: 'in|der|die|das|eine|ein|einen|den|brauche|möchte|hätte|hätte gern|hätte gerne|bestellt|bestelle|bestellte|habe|hab|umtauschen gegen|umtausch in|tauschen gegen|gegen eine|gegen|auch in|noch in|gibt es|auf|oder|statt|für|suche|nehme|erhalten',
  filler:
    'ist|der|die|das|in|von|mit|eine|ein|meine|meiner|bei|sind|also|etwa|ca|ungefähr|normalerweise|europäische|deutsche|deutscher|es|wäre|und|noch|im|zur|einer',
  available: 'bitte|verfügbar|auf lager|lieferbar|noch da|danke|oder|und|passt|passen|vorrätig|noch|auch|für|da',
  or: 'oder|und|bis|bzw',
  half: 'und halb|und ein halb|einhalb|ein halb|und einhalb|1/2',
  audience: {
    women: 'damen|frau|frauen|damenschuhe|damengröße|weiblich|freundin|ehefrau|mutter|dame',
    men: 'herren|männer|mann|herrenschuhe|herrengröße|männlich|freund|ehemann|vater|herr',
    kids: 'kinder|kind|kindergröße|kinderschuhe|baby|babys|junge|jungen|jungs|mädchen|sohn|tochter|kleinkind|enkel|enkelin',
    unisex: 'unisex',
  },
  topic: {
    shoes:
      'schuh*|sandale*|stiefel*|stiefelette*|turnschuh*|halbschuh*|pumps|hausschuh*|pantoffel*|sneaker*|ballerina*|laufschuh*|wanderschuh*|badelatschen|latschen|winterstiefel|damenschuhe|herrenschuhe|kinderschuhe',
    dress: 'kleid|kleider|kleides|sommerkleid|abendkleid|brautkleid|rock|röcke',
    top: 'bluse*|t shirt|t shirts|shirt|pulli|pullover|oberteil|hoodie|strickjacke',
    jacket: 'jacke*|mantel|mäntel|sakko|anzug|anzüge|winterjacke|weste|regenjacke',
    jeans: 'jeans|hose|hosen|jeanshose',
    shirt_collar: 'kragenweite|kragen|halsweite',
    clothing: 'kleidung|hemd|hemden|badeanzug|bikini|schlafanzug|kostüm|unterhose|unterwäsche|bademantel',
    bra: 'bh|bhs|b h|büstenhalter|bustier|bh größe',
    ring: 'ring|ringe|ehering|eheringe|ringgröße|verlobungsring|trauring|trauringe',
    hat: 'hut|hüte|mütze|mützen|helm|kappe|kopfumfang|hutgröße',
    glove: 'handschuh|handschuhe|handschuhen|handschuhgröße',
    belt: 'gürtel|gürtellänge',
    sock: 'socke|socken|strümpfe|strumpf|strumpfhose',
    kids: 'kinderkleidung|babykleidung|strampler|kinderjacke',
    other:
      'kabel|ladegerät|handy|akku|bildschirm|lampe|tisch|stuhl|bett|matratze|vorhang|vorhänge|teppich|rucksack|tasche|hülle|handtuch|uhr|koffer|schraube|schrauben|rohr|reifen',
  },
  body: {
    heightCm: 'körpergröße|groß|bin|ich bin|gross|körpergrösse|körperlänge|grösse von',
    weightKg: 'wiege|wiegt|gewicht|schwer',
    footCm: 'fuß|füße|fußlänge|fuss|fusslänge|mein fuß|meine füße',
    chestCm: 'brust|brustumfang|brustweite|oberweite',
    bustCm: 'büste',
    underbustCm: 'unterbrust|unterbrustumfang|unterbrustweite',
    waistCm: 'taille|taillenumfang|bund|bundweite|taillenweite|bauchumfang',
    hipCm: 'hüfte|hüften|hüftumfang|hüftweite|po',
    headCm: 'kopf|kopfumfang',
    handCm: 'hand|handumfang',
    fingerCm: 'finger|fingerumfang',
    neckCm: 'hals|halsumfang',
    inseam: 'länge|schrittlänge|innenbein|innenbeinlänge|beinlänge',
  },
  unit: {
    cm: 'zentimeter|zentimetern',
    mm: 'millimeter|millimetern',
    m: 'meter|metern',
    in: 'zoll',
    kg: 'kilogramm',
    lb: 'pfund',
  },
  code: {
    UK: 'britisch*|englisch*',
    EU: 'europäisch*|europa',
    US: 'amerikanisch*',
    DE: 'deutsche größe|deutscher größe|deutsch|deutschland|deutsche|deutscher',
    FR: 'französisch*',
    IT: 'italienisch*',
    CN: 'chinesisch*',
    JP: 'japanisch*',
    ASIAN: 'asiatisch*|asien',
  },
  age: { y: 'jahr|jahre|jahren|jährige*', m: 'monat|monate|monaten' },
  count:
    'tag|tage|tagen|woche|wochen|monat|monate|monaten|jahr|jahre|jahren|stunde|stunden|minuten|uhr|stück|stk|paar|paare|teile|artikel|bestellungen|mal|prozent|grad|sterne|stern|volt|watt|farben|fotos|bilder|pakete|kartons|gramm|liter|meter|werktage|werktagen|arbeitstage|arbeitstagen|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|cent|straße|leute|personen|verschiedene|verschiedenen',
  naming:
    'bestellung|bestellnummer|bestellnr|bestell nr|auftrag|auftragsnummer|sendung|sendungsnummer|sendungsverfolgung|paket|preis|bezahlt|gezahlt|kostet|kostete|kosten|rechnung|rechnungsnummer|erstattung|modell|modellnummer|artikel|artikelnummer|artikelnr|straße|strasse|str|hausnummer|wohnung|zimmer|telefon|telefonnummer|insgesamt|gesamt|anzahl|menge|alter|seit|vor|nach|bis zum|am|um|nur|mindestens|höchstens|weniger|mehr|seriennummer|version|kundennummer|innerhalb|von|bestellung nr|platz',
};
