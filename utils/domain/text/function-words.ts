import type { Lang } from '../ids';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/**
 * Small words and shop words that are written in one language far more often than in the others.
 * Chat messages are too short for letter statistics alone; words shared by several languages are left out on purpose.
 */
export const FUNCTION_WORDS: Readonly<Record<Lang, ReadonlySet<string>>> = {
  en: words(
    "the is it my i you your do does can could would will have has not this that with for from what where when how why and or are was been please thanks thank hello hi hey ok okay an to of in on but they we don't i'm it's didn't doesn't can't haven't order item package parcel refund return send shipping size still get got need want there any much many bye good great me tell help customer service payment money back account quality issue issues bad cheap call see later after before about changing checking just never always broken damaged wrong work works working fit fits sent use using better which who adapter invoice tracking delivered delivery customs warranty price discount stock available color colour more complaint show shows information update charge charged seller buy bought",
  ),
  es: words(
    'el los las una unos que es no mi su usted ustedes tengo tiene puede pueden puedo quiero cuando cuándo donde dónde cómo cual cuál cuanto cuánto porque está están este esta esto pero con para por muy ya gracias hola buenos buenas pedido producto paquete envío reembolso talla talle todavía aún hay son soy ha han he llegado recibido al del le lo me se sin más hacer vale adiós tienen qué necesito comprar favor funciona servicio factura aduana garantía garantia descuento precio tallas cuesta mal malo roto defectuoso devolver cambiar dirección cancelar cancele compra envían mandar mande nadie otro otra años días dias color disponible cobrado dos veces pago adaptador sirve gratis quisiera gustaría mejor todo',
  ),
  pt: words(
    'o os uma um que não nao meu minha seu sua você voce vocês voces tenho tem pode posso quero quando onde como qual quanto porque está este esta isso mas com para por muito já obrigado obrigada olá ola bom dia pedido produto pacote encomenda envio reembolso tamanho ainda há são foi chegou recebi ao do da dos das no na em mais fazer tchau funciona comprar preciso alfândega alfandega garantia desconto preço preco nota fiscal devolver trocar endereço endereco cancelar compra ninguém ninguem outro outra dias cor disponível disponivel cobrado duas vezes pagamento formas quais serve funcionar parou atendimento péssimo gostaria frete grátis oi tudo tamanhos veio chegar ficou meus minhas pediu',
  ),
  fr: words(
    "le les des une un est pas mon ma votre vous je j'ai ai avez peut puis veux quand où comment quel quelle combien pourquoi ce cette mais avec pour très déjà merci bonjour salut commande produit colis livraison remboursement taille encore il elle sont suis été reçu au aux du de la et ne n'est c'est qu'est d'un l'article s'il plaît mes sur dans y oui revoir facture douane garantie remise prix retourner changer adresse annuler achat personne autre jours couleur disponible paiement débité fois adaptateur fonctionne marche cassé abîmé mauvais mauvaise service client voudrais aimerais gratuit tailles bonsoir envoyer envoyez lequel quels quelles toujours rien aucun aucune cela ça",
  ),
  de: words(
    'der die das ein eine einen ist nicht mein meine ihr ihre sie ich habe haben hat kann können möchte wann wo wie welche welcher welches wieviel warum dieser diese dieses aber mit für sehr schon danke hallo guten tag bestellung produkt paket artikel lieferung erstattung größe groesse noch sind bin wurde bekommen erhalten im am zum zur und oder auf aus bei von den dem des es gibt kein keine bitte was mir nach vielen ok tschüss rechnung zoll garantie rabatt preis zurückgeben zurück umtauschen adresse stornieren kauf niemand antwortet andere tage farbe verfügbar zahlung abgebucht adapter funktioniert kaputt schlecht schlechte falsch falsche kundenservice kostenlos versand passt welchen welchem immer nur kam angekommen geliefert würde gerne wird alles gut brauche braucht',
  ),
  it: words(
    "il lo gli una un che è non mio mia vostro suo sono ho avete ha può posso vorrei voglio quando dove come quale quanto perché perche questo questa ma con per molto già grazie ciao buongiorno ordine prodotto pacco spedizione rimborso taglia ancora arrivato ricevuto al del della dei nel alla le di si mi ci più fare salve avere mandare cosa fattura dogana garanzia sconto prezzo restituire rendere cambiare indirizzo annullare annullate acquisto nessuno altro giorni colore disponibile pagamento pagare addebitato volte adattatore funziona rotto rotta servizio gratis taglie spedite spedire potete inviarmi mandate parlate italiano torna pesa devo sbagliato favore c'è dov'è l'ordine buonasera chiede",
  ),
  nl: words(
    'het een niet mijn uw jullie ik heb heeft hebben kan kunt kunnen wil wanneer waar hoe welke hoeveel waarom deze dit maar met voor heel erg al bedankt dank hallo goedendag bestelling product pakket artikel levering verzending terugbetaling maat nog zijn ben werd gekregen ontvangen van de en of op uit bij is er geen wat mij naar graag alstublieft dag ok u je te aan factuur douane garantie korting prijs retourneren ruilen adres annuleren aankoop niemand andere dagen kleur beschikbaar betaling afgeschreven adapter werkt kapot slecht slechte verkeerde klantenservice gratis verzenden past welk maten bezorger bezorgd thuis goedemorgen doei zou alles steeds gebracht',
  ),
  pl: words(
    'nie jest mój moja moje moją mojego pan pani państwo ja mam ma macie może mogę moge chcę chce chciałbym kiedy gdzie jak jaki jaka jakie ile dlaczego ten ta to ale z dla bardzo już juz dziękuję dziekuje dzień dzien dobry cześć zamówienie zamówienia produkt paczka przesyłka dostawa zwrot rozmiar jeszcze są jestem było dostałem otrzymałem czy się sie do na w o i że ze po proszę prosze przez faktura fakturę cło gwarancja rabat cena zwrócić wymienić adres anulować zakup nikt inny dni kolor dostępny płatność pobrano adapter działa dziala zepsuty uszkodzony zły obsługa darmowa wysyłka pasuje rozmiary witam odpowiada nadal jeden',
  ),
  tr: words(
    'bir ve bu ne var yok mi mı mu mü benim sizin ben siz değil degil çok cok için icin ile nasıl nasil nerede zaman kaç kac neden hangi ama daha teşekkürler teşekkür tesekkurler ederim merhaba selam sipariş siparişim ürün urun kargo paket teslimat iade beden hala hâlâ geldi gelmedi almadım aldım istiyorum olur olarak gibi lütfen lutfen iyi günler fiyat fiyatı fatura gümrük garanti indirim iptal etmek değiştirmek adres kimse cevap başka gün renk stok stokta ödeme adaptör çalışıyor calismiyor çalışmıyor bozuk hasarlı yanlış hizmet müşteri ücretsiz bedava uyar dahil malzemesi nedir berbat kdv kötü nereden hani alabilir olan oldu',
  ),
};

/** Letters that only one of the Latin-script shipped languages writes. */
export const TELLING_LETTERS: Readonly<Partial<Record<Lang, RegExp>>> = {
  es: /[ñ¿¡]/u,
  pt: /ã|õ/u,
  fr: /[œêèù]|\b[cdjlmnqst]['’](?=\p{L})/u,
  de: /[ßä]/u,
  pl: /[łąęśźżń]/u,
  tr: /[ğşı]/u,
};
