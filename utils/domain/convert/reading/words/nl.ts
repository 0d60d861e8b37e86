import type { WordList } from './word-list';

/** Dutch. */
export const nl: WordList = {
  size: 'kindermaat|maat|maten|mt|de maat|kledingmaat|confectiemaat|in maat',
  shoeSize: 'schoenmaat|schoenenmaat|maat schoen|maat schoenen|voetmaat',
  wear: 'draag|draagt|draag een|heb|heb een|normaal|meestal|ik heb|normaal gesproken|gewoonlijk|altijd',
  wish: 'in|in een|de|een|het|nodig|wil|wil een|graag|graag een|besteld|heb besteld|ruilen voor|ruilen tegen|omruilen voor|voor een|hebben jullie|heeft u|of|gekocht|ontvangen|bestel|zoek',
  filler: 'is|de|het|een|van|in|mijn|zijn|ongeveer|normaal|europese|ik|en|voor|bij',
  available: 'alstublieft|aub|alsjeblieft|beschikbaar|op voorraad|leverbaar|of|en|graag|ook|nog|voor',
  or: 'of|en|tot',
  half: 'en een half|en half|en een halve|half|enhalf',
  audience: {
    women: 'dames|dame|vrouw|vrouwen|vriendin|moeder',
    men: 'heren|heer|man|mannen|vriend|vader',
    kids: 'kinderen|kind|kinder|baby|jongen|jongens|meisje|meisjes|zoon|dochter|peuter|kleuter',
  },
  topic: {
    shoes:
      'schoen|schoenen|sandaal|sandalen|laars|laarzen|sneakers|slippers|pantoffels|gympen|pumps|damesschoenen|herenschoenen|kinderschoenen|instappers',
    dress: 'jurk|jurken|jurkje|rok|rokken',
    top: 'trui|truien|blouse|topje|shirt|hoodie|vest',
    jacket: 'jas|jassen|jasje|colbert|pak|winterjas',
    jeans: 'broek|broeken|spijkerbroek|jeans',
    shirt_collar: 'boordmaat|boord|halswijdte',
    clothing: 'kleding|overhemd|overhemden|badpak|pyjama|kostuum|ondergoed',
    bra: 'bh|bhs|beha|behas|bh maat|cupmaat',
    ring: 'ring|ringen|trouwring|ringmaat',
    hat: 'hoed|hoeden|pet|muts|helm|hoofdomtrek',
    glove: 'handschoen|handschoenen',
    belt: 'riem|riemen',
    sock: 'sok|sokken|kousen',
    other:
      'kabel|oplader|telefoon|scherm|lamp|tafel|stoel|bed|matras|gordijn|gordijnen|tapijt|rugzak|tas|hoesje|handdoek|horloge',
  },
  body: {
    heightCm: 'lang|lengte|lichaamslengte|ik ben|ben',
    weightKg: 'weeg|gewicht|weegt',
    footCm: 'voet|voeten|voetlengte|mijn voet',
    chestCm: 'borst|borstomvang|borstwijdte',
    bustCm: 'buste',
    underbustCm: 'onderborst|onderbuste|onderwijdte',
    waistCm: 'taille|middel|tailleomvang|tailleomtrek',
    hipCm: 'heup|heupen|heupomvang|heupwijdte',
    headCm: 'hoofd|hoofdomtrek',
    handCm: 'hand',
    fingerCm: 'vinger',
    neckCm: 'nek|hals',
    inseam: 'binnenbeen|beenlengte|binnenbeenlengte|lengte',
  },
  unit: { cm: 'centimeter|centimeters', mm: 'millimeter', m: 'meter', in: 'inch', kg: 'kilo|kilogram', lb: 'pond' },
  code: {
    UK: 'engelse|britse',
    EU: 'europese|europees|europa',
    US: 'amerikaanse|amerikaans',
    DE: 'duitse',
    FR: 'franse',
    IT: 'italiaanse',
    CN: 'chinese',
    ASIAN: 'aziatische|aziatisch|azië',
  },
  age: { y: 'jaar|jarige|jarig', m: 'maand|maanden' },
  count:
    "dag|dagen|week|weken|maand|maanden|jaar|uur|uren|minuten|stuk|stuks|paar|artikelen|bestellingen|keer|procent|graden|ster|sterren|volt|watt|kleuren|foto's|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|pakketten|dozen|gram|liter|meter|werkdagen|cent",
  naming:
    'bestelling|bestelnummer|ordernummer|order|zending|pakket|prijs|betaald|kost|kostte|factuur|terugbetaling|model|artikelnummer|referentie|straat|huisnummer|kamer|telefoon|telefoonnummer|totaal|aantal|leeftijd|sinds|tot|binnen|na|slechts|alleen|minder|meer|serienummer|versie|postcode|op',
};
