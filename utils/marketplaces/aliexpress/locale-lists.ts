import type { OrderEventState } from '../../domain/orders';

/** When an order was made, as its label says. Whole label without its colon. */
export const CREATED_LABEL =
  /^(?:(?:下单|创建|订单创建|生成)时间|(?:order )?(?:created|placed)(?: (?:on|at))?|order (?:date|time)|created? (?:date|time)|creado(?: el)?|fecha (?:de|del) (?:creaci[oó]n|pedido)|criado(?: em)?|data (?:da cria[cç][aã]o|do pedido|dell.ordine)|주문 ?(?:시간|일시|일자)|생성 시간|создан|дата (?:создания|заказа)|注文日時?|作成日時?|تاريخ (?:الإنشاء|الطلب)|oluşturuldu|oluşturulma (?:tarihi|zamanı)|sipariş tarihi|créé(?:e)?(?: le)?|date de (?:création|commande)|erstellt(?: am)?|bestelldatum|creato(?: il)?|data di creazione|utworzono|data (?:utworzenia|zamówienia)|aangemaakt(?: op)?|besteldatum)$/i;

/** The country of an address, as its label says. Whole label without its colon. */
export const COUNTRY_LABEL =
  /^(?:(?:收货)?国家(?:\/地区|和地区|或地区)?|country(?: ?[/&] ?region| or region)?|país(?: ?\/ ?regi(?:ón|ão))?|pays(?: ?\/ ?région)?|land(?: ?\/ ?region)?|paese(?: ?\/ ?(?:regione|area geografica))?|국가(?: ?\/ ?지역)?|страна(?: ?\/ ?регион)?|国(?: ?[/・] ?地域)?|البلد(?: ?\/ ?المنطقة)?|الدولة|ülke(?: ?\/ ?bölge)?|kraj(?: ?\/ ?region)?|land(?: ?\/ ?regio)?)$/i;

/** The service that carries a parcel, as its label says. Whole label without its colon. */
export const CARRIER_LABEL =
  /^(?:物流(?:服务|方式|公司)|(?:shipping |logistics? )?(?:service|carrier|method|company)|servicio(?: log[ií]stico| de env[ií]o)?|transportista|serviço(?: de (?:envio|entrega))?|transportadora|배송 ?(?:서비스|업체)|택배사|служба доставки|перевозчик|配送(?:サービス|業者|会社)|خدمة الشحن|شركة الشحن|hizmet|kargo (?:firması|hizmeti)|service (?:de livraison|logistique)|transporteur|versand(?:dienst|art)|servizio(?: di spedizione)?|corriere|usługa|przewoźnik|vervoerder|dienst)$/i;

/** The number of a parcel, as its label says. Whole label without its colon. */
export const TRACKING_LABEL =
  /^(?:运单号?|物流(?:单|运单|跟踪)号|(?:tracking|waybill|shipment) (?:no\.?|number|id)|n[uú]mero de (?:seguimiento|rastreio)|c[oó]digo de rastreio|운송장 ?번호|송장 ?번호|трек-номер|номер отслеживания|追跡番号|送り状番号|رقم التتبع|takip numarası|numéro de suivi|sendungsnummer|numero di (?:tracking|tracciamento)|numer (?:śledzenia|przesyłki)|trackingnummer|trackingcode)$/i;

/** What an order or a dispute is about in money, as its label says. Whole label without its colon. */
export const AMOUNT_LABEL =
  /^(?:(?:订单|退款|纠纷|实付)?(?:总)?金额|合计|总计|(?:order |grand )?total(?: amount)?|(?:order |refund |dispute )?amount|(?:importe|monto|valor)(?: (?:total|del reembolso|do reembolso))?|total (?:del pedido|do pedido)|montant(?: (?:total|du remboursement))?|total de la commande|gesamt(?:betrag|summe)|(?:erstattungs)?betrag|summe|importo(?: (?:totale|del rimborso))?|totale|(?:결제|주문|환불) ?금액|합계|총액|сумма(?: (?:заказа|возврата))?|итого|(?:合計|返金|注文)?金額|合計|(?:ال)?إجمالي(?: الطلب)?|المجموع|(?:ال)?مبلغ(?: (?:المسترد|الإجمالي))?|(?:toplam|iade)(?: tutarı?)?|tutar|kwota(?: zwrotu)?|razem|suma|(?:totaal)?bedrag|totaal)$/i;

/** Why a dispute was opened, as its label says. Whole label without its colon. */
export const REASON_LABEL =
  /^(?:(?:纠纷|退款|申请)?原因|(?:dispute |refund |return )?reason|motivo(?: (?:de la disputa|da disputa|della controversia))?|motif(?: du litige)?|raison|(?:streit|erstattungs)?grund|사유|(?:분쟁|환불) ?사유|причина(?: спора)?|(?:紛争|返金)?(?:の)?理由|(?:ال)?سبب(?: النزاع)?|(?:itiraz |iade )?neden[iı]?|powód(?: sporu)?|reden)$/i;

/** How many pieces, as its label says. Whole label without its colon. */
export const QUANTITY_LABEL =
  /^(?:数量|件数|quantity|qty\.?|pieces|cantidad|quantidade|quantité|qté|menge|anzahl|quantità|수량|количество|кол-во|個数|(?:ال)?كمية|العدد|adet|miktar|ilość|aantal)$/i;

const CLOSED =
  /结束|关闭|完成|已解决|closed|\bended\b|finished|resolved|cerrad|finaliz|encerrad|fechad|종료|완료|закрыт|завер|終了|完了|解決|مغلق|انته|kapan|sona er|fermé|\bclos\b|clôturé|terminé|geschlossen|beendet|chius|conclus|zamknię|zakończ|gesloten|afgerond/i;
const PLATFORM =
  /平台|客服|aliexpress|platform|plataforma|플랫폼|площадк|арбитраж|プラットフォーム|المنصة|plateforme|plattform|piattaforma|arbitrat/i;
const SELLER =
  /卖家|您|商家|seller|your\b|you\b|vendedor|su respuesta|sua resposta|판매자|продав|ваш|販売者|出品者|セラー|البائع|رد[كّ]|satıcı|yanıtınız|vendeur|votre|verkäufer|ihre|venditore|sprzedaw|verkoper|uw /i;
const BUYER =
  /买家|buyer|comprador|구매자|покупат|購入者|バイヤー|المشتري|alıcı|acheteur|käufer|acquirente|kupując|koper/i;
const PENDING =
  /等|待|中|处理|审核|wait|await|pend|review|process|esper|aguard|revis|analis|대기|검토|ожида|рассм|待ち|審査|対応|بانتظار|قيد|bekle|incel|attente|examen|wart|prüf|attesa|esame|oczek|rozpatr|wacht|behandel/i;

/** Who has to act in a dispute, as its status says; undefined for a text that is no status. */
export function disputeStateOf(text: string): OrderEventState | undefined {
  if (text === '' || text.length > 60) return undefined;
  if (CLOSED.test(text)) return 'closed';
  if (!PENDING.test(text)) return undefined;
  if (PLATFORM.test(text)) return 'with-marketplace';
  return SELLER.test(text) ? 'waiting-for-seller' : BUYER.test(text) ? 'waiting-for-buyer' : undefined;
}

/** A session that waits for an answer: its tag or the name of its badge. */
export const WAITING_TAG =
  /un-?repl(?:y|ied)|unread|未回复|待回复|未读|sin (?:responder|leer)|não (?:respondid|lid)|미답변|읽지 않|안읽음|не отвечен|непрочитан|未返信|未読|بدون رد|غير مقروء|yanıtlanmadı|okunmamış|non (?:répondu|lu)|unbeantwortet|ungelesen|non (?:risposto|letto)|bez odpowiedzi|nieprzeczytan|onbeantwoord|ongelezen/i;
