import type { WordList } from './word-list';

/** Italian. */
export const it: WordList = {
  size: 'taglia|taglie|misura|misure|numero|num|tg|tgl|la taglia',
  shoeSize:
    'numero di scarpe|numero di scarpa|numero scarpe|numero di piede|misura di scarpe|misura scarpe|calzo|calzo il|calza il|porto di scarpe|numero di piedi',
  wear: 'mi va|mi sta|porto|porto il|porto la|porto un|porto una|uso|uso il|uso la|ho il|ho la|indosso|di solito|indosso la|vesto|normalmente|porta il|vesto una|solitamente',
  wish: "in|nel|nella|il|la|un|una|del|al|ho bisogno|vorrei|voglio|avete|avete il|c'è|c'è il|ordinato|ho ordinato|ho ordinato il|preso|cambiare con|cambiarlo con|cambio con|con il|con un|con una|per|o|serve|mi serve|comprato|ricevuto|esiste in|disponibile in",
  filler: 'è|e|di|del|in|il|la|le|mio|mia|un|una|sono|sarebbe|circa|europea|italiana|i|da|come|delle|dei',
  available: 'per favore|disponibile|disponibili|grazie|o|e|per|anche|ancora',
  or: 'o|e|oppure|a',
  half: 'e mezzo|e mezza',
  audience: {
    women: 'donna|donne|femminile|signora|moglie|ragazza|fidanzata',
    men: 'uomo|uomini|maschile|marito|ragazzo|fidanzato',
    kids: 'bambino|bambina|bambini|bambine|bimbo|bimba|bimbi|neonato|neonata|figlio|figlia|ragazzi',
  },
  topic: {
    shoes:
      'scarpa|scarpe|scarpette|sandalo|sandali|stivale|stivali|stivaletti|ciabatte|pantofole|sneakers|scarponi|mocassini|infradito|décolleté|ballerine',
    dress: 'abito|abiti|vestito|vestiti|gonna|gonne',
    top: 'maglia|maglietta|magliette|maglione|felpa|felpe|camicetta|blusa|canotta',
    jacket: 'giacca|giacche|cappotto|giubbotto|giubbino|completo|piumino',
    jeans: 'pantalone|pantaloni|jeans',
    shirt_collar: 'collo camicia|colletto',
    clothing: 'abbigliamento|camicia|camicie|costume|pigiama|intimo|mutande',
    bra: 'reggiseno|reggiseni',
    ring: 'anello|anelli|fede|fedi|fedina',
    hat: 'cappello|cappelli|berretto|casco|cappellino',
    glove: 'guanto|guanti',
    belt: 'cintura|cinture',
    sock: 'calza|calze|calzini|calzino|calzetti',
    other:
      'cavo|caricatore|telefono|schermo|lampada|tavolo|sedia|letto|materasso|tenda|tende|tappeto|zaino|borsa|custodia|cover|asciugamano|orologio|valigia',
  },
  body: {
    heightCm: 'alto|alta|altezza|statura|sono alto|sono alta',
    weightKg: 'peso|pesa',
    footCm: 'piede|piedi|lunghezza piede|lunghezza del piede|il mio piede',
    chestCm: 'torace|petto|circonferenza torace',
    bustCm: 'seno|busto',
    underbustCm: 'sottoseno|sotto seno|giro sottoseno',
    waistCm: 'vita|girovita|giro vita',
    hipCm: 'fianchi|bacino|giro fianchi',
    headCm: 'testa|circonferenza testa',
    handCm: 'mano',
    fingerCm: 'dito',
    neckCm: 'collo',
    inseam: 'cavallo|interno gamba|lunghezza gamba|lunghezza',
  },
  unit: {
    cm: 'centimetro|centimetri',
    mm: 'millimetri|millimetro',
    m: 'metro|metri',
    in: 'pollice|pollici',
    kg: 'chilo|chili|chilogrammi',
    lb: 'libbre',
  },
  code: {
    UK: 'inglese|inglesi|regno unito|britannica',
    EU: 'europea|europeo|europa',
    US: 'americana|americano|usa',
    IT: 'italiana|italiano|italia',
    FR: 'francese|francia',
    DE: 'tedesca|tedesco',
    ES: 'spagnola',
    CN: 'cinese|cina',
    JP: 'giapponese',
    ASIAN: 'asiatica|asiatico|asiatiche|asia',
  },
  age: { y: 'anno|anni', m: 'mese|mesi' },
  count:
    'giorno|giorni|settimana|settimane|mese|mesi|anno|anni|ora|ore|minuti|paio|paia|pezzo|pezzi|unità|ordine|ordini|volta|volte|per cento|gradi|stella|stelle|volt|watt|colori|foto|articoli|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|pacchi|scatole|grammi|litri|metri|lavorativi|centesimi',
  naming:
    "ordine|numero ordine|numero d'ordine|numero di ordine|tracking|spedizione|prezzo|pagato|costa|costato|fattura|rimborso|modello|riferimento|codice|via|piazza|interno|appartamento|telefono|cellulare|totale|quantità|età|dal|fino al|entro|dopo|solo|meno|più|articolo|serie|versione|cap|da|fa",
};
