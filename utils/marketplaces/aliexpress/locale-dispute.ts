import type { Bubble } from '../contract';
import { BUYER_LABEL } from './locale';

/** The seller's side of a dispute, as its course names it. */
const SELLER =
  /^(?:卖家|我方?|您|seller|you|vendedor|usted|você|vendeur|vous|verkäufer|sie|venditore|판매자|продавец|вы|販売者|出品者|セラー|البائع|أنت|satıcı|siz|sprzedawca|verkoper)$/i;

/** Neither side: the platform's people, or its rules. */
const NEITHER =
  /^(?:(?:平台|速卖通)?(?:客服|平台|系统)|aliexpress|(?:customer |aliexpress )?(?:service|support)|platform|system|atención al cliente|sistema|atendimento(?: ao cliente)?|plataforma|service client|système|plateforme|kundenservice|plattform|assistenza(?: clienti)?|piattaforma|고객 ?센터|시스템|플랫폼|служба поддержки|система|площадка|カスタマーサービス|システム|プラットフォーム|خدمة العملاء|النظام|المنصة|müşteri hizmetleri|sistem|platform|obsługa klienta|klantenservice|systeem)$/i;

/** Whose step of a dispute a label names; undefined when it names nobody. */
export function sideNamed(label: string): Bubble['side'] | undefined {
  const word = label.replace(/\s*[:：]\s*$/, '').trim();
  if (word === '' || word.length > 40) return undefined;
  return BUYER_LABEL.test(word) ? 'buyer' : SELLER.test(word) ? 'seller' : NEITHER.test(word) ? 'note' : undefined;
}
