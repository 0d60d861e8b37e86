import type { WordList } from './word-list';

/** Words of all languages by which one size is wanted in the place of another. */
export const swaps: WordList = {
  size: '',
  wish: 'instead of|statt|anstatt|au lieu de|au lieu du',
  insteadOf:
    'instead of|rather than|in place of|statt|anstatt|anstelle von|an stelle von|au lieu de|au lieu du|plutôt que|à la place de|à la place du|en lugar de|en lugar del|en vez de|en vez del|em vez de|em vez do|ao invés de|ao invés do|no lugar de|no lugar do|invece di|invece del|invece della|al posto di|al posto del|zamiast|in plaats van|ipv|i.p.v|вместо|взамен|بدلا من|بدل|عوضا عن|而不是|不是|而非',
  notThis: 'ではなく|ではなくて|じゃなくて|じゃなく|でなく|の代わりに|のかわりに|대신|대신에|말고|아니라|yerine|değil',
  swap: 'exchange|exchanged|swap|change|replace|replacement|switch|umtauschen|umtausch|tauschen|eintauschen|wechseln|ändern|austauschen|échanger|échange|changer|remplacer|cambiar|cambio|cambiarlo|cambiarla|cambiarlos|cambiarlas|cambiare|scambiare|trocar|troca|wymienić|wymiana|zamienić|обменять|обмен|поменять|заменить|ruilen|omruilen|wisselen|değiştirmek|değişim|değiştir*|استبدال|تبديل|تغيير|换成|換成|改成|改为|改為|换|換|交換|変更|교환|변경|바꾸|바꿔',
  misfit:
    'too small|too big|too large|too tight|too loose|too narrow|zu klein|zu groß|zu gross|zu eng|zu weit|trop petit|trop petite|trop grand|trop grande|trop petits|trop grands|trop serré|demasiado pequeño|demasiado pequeña|demasiado grande|muy pequeño|muy pequeña|muy grande|muy chico|troppo piccolo|troppo piccola|troppo grande|troppo stretto|troppo piccole|troppo piccoli|muito pequeno|muito pequena|muito grande|muito apertado|za mały|za mała|za małe|za duży|za duża|za duże|te klein|te groot|мал|мала|малы|велик|велика|велики|маленький|большой|küçük|büyük|صغير|صغيرة|كبير|كبيرة|太小|太大|偏小|偏大|小了|大了|小さい|小さかった|大きい|大きかった|작아|작아요|커요|작은',
};
