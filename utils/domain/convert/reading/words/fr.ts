import type { WordList } from './word-list';

/** French. */
export const fr: WordList = {
  size: 'taille|tailles|t|la taille|en taille|taille du',
  shoeSize:
    'pointure|pointures|chausse|chausse du|je chausse|je chausse du|il chausse|elle chausse|ma pointure|taille de chaussure|taille de chaussures|taille de pied',
  wear: "me va|me vont|porte|porte du|je porte|je porte du|fais du|fait du|je fais du|mets du|je mets du|habituellement|je prends du|je prends|prends du|d'habitude|j'ai du",
  wish: "en|du|le|la|un|une|au|en du|pour du|il me faut|besoin|besoin du|voudrais|veux|commandé|commandé du|commandé en|j'ai commandé|pris|reçu du|reçu un|échanger contre|échanger pour|échange contre|contre du|contre un|avez vous|avez vous du|ou|disponible en|existe en|prendre|acheté du|faut",
  filler:
    "est|de|du|en|le|la|les|mon|ma|un|une|sont|c'est|serait|environ|plutôt|normalement|habituellement|normale|sur|européenne|française|d'un|des|à|et|il|au",
  available: "s'il vous plaît|svp|stp|s'il|merci|disponible|disponibles|en stock|ou|et|pour|aussi|encore",
  or: 'ou|et|à',
  half: 'et demi|et demie',
  audience: {
    women: 'femme|femmes|dame|dames|féminin|féminine|épouse|copine',
    men: 'homme|hommes|masculin|monsieur|mari|messieurs',
    kids: 'enfant|enfants|bébé|fille|garçon|fillette|garçons|fils|ado',
    unisex: 'mixte',
  },
  topic: {
    shoes:
      'chaussure*|sandale*|botte|bottes|bottine*|basket|baskets|escarpin*|chausson*|mocassin*|tong|tongs|tennis|ballerines|espadrilles|sabots|pantoufles|claquettes',
    dress: 'robe|robes|jupe|jupes',
    top: 't shirt|tee shirt|chemisier|pull|sweat|haut|débardeur|blouse|gilet',
    jacket: 'veste|vestes|manteau|manteaux|blouson|costume|doudoune|smoking',
    jeans: 'jean|jeans|pantalon|pantalons|short',
    shirt_collar: 'encolure|tour de cou|col de chemise',
    clothing: 'vêtement|vêtements|chemise|chemises|maillot|maillot de bain|pyjama|déguisement|culotte|caleçon|lingerie',
    bra: 'soutien gorge|soutiens gorge|soutif|brassière',
    ring: 'bague|bagues|alliance|anneau|tour de doigt',
    hat: 'chapeau|casquette|bonnet|casque|tour de tête',
    glove: 'gant|gants',
    belt: 'ceinture|ceintures',
    sock: 'chaussette|chaussettes|collants',
    other:
      'câble|chargeur|téléphone|écran|lampe|table|chaise|lit|matelas|rideau|rideaux|tapis|sac|housse|coque|serviette|montre|valise',
  },
  body: {
    heightCm: 'mesure|je mesure|de hauteur|taille de|stature|de haut',
    weightKg: 'pèse|poids|je pèse|pour',
    footCm: 'pied|pieds|longueur de pied|longueur du pied|mon pied|longueur de mon pied|mon pied mesure|mon pied fait',
    chestCm: 'poitrine homme|torse',
    bustCm: 'poitrine|tour de poitrine|buste',
    underbustCm: 'dessous de poitrine|sous poitrine|tour de dos|sous la poitrine',
    waistCm: 'tour de taille',
    hipCm: 'hanches|tour de hanches|bassin|tour de bassin',
    headCm: 'tête',
    handCm: 'main|tour de main',
    fingerCm: 'doigt',
    neckCm: 'cou',
    inseam: 'entrejambe|longueur de jambe|longueur',
  },
  unit: {
    cm: 'centimètre|centimètres',
    mm: 'millimètre|millimètres',
    m: 'mètre|mètres',
    in: 'pouce|pouces',
    kg: 'kilogrammes',
    lb: 'livre|livres',
  },
  code: {
    UK: 'anglaise|anglais|britannique|royaume uni',
    EU: 'européenne|européen|europe',
    US: 'américaine|américain|états unis',
    FR: 'française|français|france',
    IT: 'italienne|italien',
    DE: 'allemande|allemand',
    CN: 'chinoise|chinois|chine',
    JP: 'japonaise|japonais',
    ASIAN: 'asiatique|asiatiques|asie',
  },
  age: { y: 'an|ans', m: 'mois' },
  count:
    'jour|jours|semaine|semaines|mois|an|ans|heure|heures|minutes|paire|paires|pièce|pièces|unité|unités|commande|commandes|fois|pour cent|degrés|étoile|étoiles|volts|watts|couleurs|photos|articles|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|colis|boîtes|grammes|litres|mètres|ouvrés|ouvrables|rue|avenue|boulevard|centimes|est arrivé',
  naming:
    "commande|numéro de commande|commande n|suivi|numéro de suivi|colis|numéro de colis|prix|payé|coûte|facture|remboursement|remboursé|modèle|référence|code|code postal|rue|appartement|appt|étage|bâtiment|téléphone|total|quantité|âge|âgé|depuis|dans|jusqu'au|avant le|après|seulement|moins|plus|article|série|version|appelez|numéro de téléphone|chambre",
};
