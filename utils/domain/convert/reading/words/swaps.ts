import type { WordList } from './word-list';

/** Words of all languages by which one size is wanted in the place of another. */
export const swaps: WordList = {
  size: '',
  wish: 'instead of|statt|anstatt|au lieu de|au lieu du',
  insteadOf:
    'instead of|rather than|in place of|statt|anstatt|anstelle von|an stelle von|au lieu de|au lieu du|plutôt que|à la place de|à la place du|en lugar de|en lugar del|en vez de|en vez del|em vez de|em vez do|ao invés de|ao invés do|no lugar de|no lugar do|invece di|invece del|invece della|al posto di|al posto del|zamiast|in plaats van|ipv|i.p.v|вместо|взамен|بدلا من|بدل|عوضا عن|而不是|不是|而非',
  notThis: 'ではなく|ではなくて|じゃなくて|じゃなく|でなく|の代わりに|のかわりに|대신|대신에|말고|아니라|yerine|değil',
  swap: 'exchange|exchanged|exchanging|swap|cambiarlos|change|replace|replacement|switch|umtauschen|umtausch|tauschen|eintauschen|wechseln|ändern|austauschen|échanger|échange|changer|remplacer|cambiar|cambio|cambiarlo|cambiarla|cambiarlos|cambiarlas|cambiare|scambiare|trocar|troca|wymienić|wymiana|zamienić|обменять|обмен|поменять|заменить|ruilen|omruilen|wisselen|değiştirmek|değişim|değiştir*|استبدال|تبديل|تغيير|换成|換成|改成|改为|改為|换|換|交換|変更|교환|변경|바꾸|바꿔|変えて|変えたい|替えて|取り替え',
  ordered:
    'ordered|order|bought|purchased|bestellt|bestellte|gekauft|kaufte|commandé|commande|acheté|pedí|pedi|pedido|pedimos|compré|comprado|encargué|ordinato|ordinai|comprato|acquistato|comprei|encomendei|pedi|zamówiłam|zamówiłem|zamówiłam|kupiłam|kupiłem|заказал|заказала|заказали|заказывал|заказывала|купил|купила|besteld|bestelde|gekocht|kocht|sipariş|ısmarladım|طلبت|اشتريت|下单|拍了|拍的|订了|买了|買了|注文|購入|頼んだ|주문|샀는데|구매',
  received:
    "received|recieved|got|came|arrived|have|had|habe|hatte|bekommen|bekam|erhalten|erhielt|geliefert|kam|reçu|j'ai|ai|arrivé|livré|llegó|llegaron|recibí|recibido|tengo|ricevuto|arrivato|arrivata|arrivate|ho|recebi|chegou|veio|tenho|dostałam|dostałem|otrzymałam|otrzymałem|przyszedł|przyszła|przyszły|mam|пришел|пришёл|пришла|пришли|пришло|получил|получила|прислали|kreeg|gekregen|ontvangen|ontving|heb|geldi|aldım|elime|وصلني|وصل|استلمت|عندي|收到|到了|来的是|發來|发来|届いた|届き|届いて|届いたのは|受け取|持って|받았|왔는데|왔어요|도착",
  need: "need|needs|needed|want|wanted|wants|would like|i'd like|prefer|send|please|brauche|bräuchte|benötige|möchte|will|wollte|hätte|bitte|faut|fallait|voudrais|veux|voulais|souhaite|besoin|quiero|quería|necesito|necesitaba|quisiera|vorrei|voglio|volevo|serve|serviva|bisogno|quero|queria|preciso|precisava|gostaria|potrzebuję|potrzebowałam|chcę|chciałam|chciałbym|chciałabym|proszę|poproszę|надо|нужно|нужен|нужна|нужны|хочу|хотел|хотела|хотелось|требуется|wil|wilde|nodig|graag|istiyorum|istemiştim|lazım|gerek|gerekiyor|ihtiyacım|أريد|اريد|أحتاج|احتاج|ابغى|أبغى|بدي|想要|想|要|需要|应该是|欲しい|ほしい|必要|お願い|希望|필요|원해|원합|주세요|부탁",
  misfit:
    'too small|too big|too large|too tight|too loose|too narrow|tight|zu klein|zu groß|zu gross|zu eng|zu weit|trop petit|trop petite|trop grand|trop grande|trop petits|trop grands|trop serré|demasiado pequeño|demasiado pequeña|demasiado grande|pequeño|pequeña|pequeños|chico|muy pequeño|muy pequeña|muy grande|muy chico|troppo piccolo|troppo piccola|troppo grande|troppo stretto|troppo piccole|troppo piccoli|muito pequeno|muito pequena|muito grande|muito apertado|za mały|za mała|za małe|za duży|za duża|za duże|te klein|te groot|мал|мала|малы|велик|велика|велики|маленький|большой|küçük|büyük|صغير|صغيرة|كبير|كبيرة|太小|太大|偏小|偏大|小了|大了|小さい|小さかった|大きい|大きかった|작아|작아요|커요|작은',
};
