import type { WordList } from './word-list';

/** The commonest words of languages whose buyers write in but which have no replies of their own. */
export const more: WordList = {
  size: 'storlek|storleken|stl|strl|størrelse|str|koko|velikost|méret|mărime|μέγεθος|νούμερο|розмір|розміру',
  shoeSize: 'skostorlek|skonummer|skostørrelse',
  wear: 'har|bär|bruger|bruker|käytän|ношу|носить',
  wish: 'i|eller|till|til',
  or: 'eller|och|og|tai|nebo|vagy|або',
  half: 'och en halv',
  audience: {
    women: 'dam|damer|dame|kvinna|kvinde|naiset|dámské|жіночий',
    men: 'herr|herrar|herre|mand|miehet|pánské|чоловічий',
    kids: 'barn|børn|lapset|dětské|дитячий',
  },
  topic: {
    shoes: 'skor|skorna|sko|skoene|kängor|stövlar|sandaler|kengät|boty|cipő|взуття',
    dress: 'klänning|kjole|šaty|сукня',
    jacket: 'jacka|jakke|kavaj|takki|bunda',
    jeans: 'byxor|bukser|housut|kalhoty',
    clothing: 'skjorta|skjorte|kläder|tøj|klær',
  },
  body: { heightCm: 'längd|høyde|pituus', weightKg: 'väger|vikt', footCm: 'fot|foten|fod|jalka' },
  count: 'dagar|dage|dager|veckor|uger|uker|månader|kronor|kr|stycken|päivää|dní|napot|днів',
  naming: 'beställning|ordre|tilaus|objednávka|rendelés|замовлення|pris',
};
