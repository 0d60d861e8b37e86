import type { OrderState } from '../../domain/orders';

/** Order states by their words; asked in this order, since "unshipped" contains "shipped" and "delivery complete" both. */
const STATES: readonly (readonly [RegExp, OrderState])[] = [
  [/refunded|erstattet|rembours|reembols|rimborsat|返金|已退款|رد المبلغ|استرداد|iade(?:si)? (?:edil|yapıl)|zwrócono|terugbetaald|återbetal|환불/i, 'refunded'],
  [/cancel|storniert|ann?ul|キャンセル|已取消|ملغ[ىي]|إلغاء|iptal|avbruten|avbeställd|취소/i, 'cancelled'],
  [/dispute|a-to-z|in klärung|réclamation|litige|disputa|contestazione|申し立て|係争|纠纷|نزاع|uyuşmazlı|anlaşmazlı|ihtilaf|itiraz|spor(?:ze|ne|ny)|geschil|tvist|분쟁/i, 'disputed'],
  [/not (?:yet )?shipped|unshipped|awaiting shipment|nicht vers(?:andt|endet)|versand ausstehend|(?:non|pas encore) expédi|no enviad|sin enviar|non spedit|da spedire|não (?:enviad|expedid)|未出荷|未発送|未发货|待发货|لم (?:يتم |ت?ُ?)(?:الشحن|شحن)|غير مشحون|gönderilmedi|kargo(?:lanmadı|ya verilmedi)|niewysłan|nie wysłan|niet verzonden|onverzonden|(?:ej|inte) skickad|oskickad|미발송|발송 전|출고 전/i, 'unshipped'],
  [/delivered|zugestellt|geliefert|livré|entreg(?:ad|ue)|consegnat|(?:配達|お届け)(?:済|完了)|已送达|已妥投|已签收|تم (?:التسليم|التوصيل)|teslim edil|dostarczon|doręczon|bezorgd|geleverd|leverera[dt]|배[송달] ?완료/i, 'delivered'],
  [/completed?|abgeschlossen|terminé|complet[ao]|concluíd|(?<!出荷|発送)完了|交易成功|已完成|مكتمل|tamamlan|zakończon|voltooid|afgerond|slutförd|거래 ?완료|^완료/i, 'completed'],
  [/shipped|vers(?:andt|endet)|expédié|enviad|expedid|spedit|(?:出荷|発送)(?:済|完了)|已发货|تم الشحن|kargo(?:landı|ya verildi)|gönderildi|wysłan|verzonden|skicka[dt]|발송|출고/i, 'shipped'],
  [/pending|unpaid|ausstehend|en attente|pen?diente|pendente|in (?:sospeso|attesa)|保留|等待付款|待付款|معلق|قيد الانتظار|bekle|oczekuj|in (?:behandeling|afwachting)|vänta[rn]|avvaktar|대기|보류/i, 'unpaid'],
]; // prettier-ignore

/** A Turkish capital İ is no capital of i to a pattern. */
export const dotless = (text: string): string => text.replace(/İ/g, 'i');

/** The state a status text names. */
export const stateOf = (text: string): OrderState | undefined =>
  STATES.find(([words]) => words.test(dotless(text)))?.[1];

/** Labels of the dates of an order. */
export const DATE_LABELS = {
  promisedOn:
    /deliver(?:y)? by|estimated|expected|voraussichtlich|(?:zustellung|lieferung|liefern) bis|liefertermin|livraison (?:prévue|estimée|avant)|livrer avant|entrega (?:estimada|prevista|antes)|entregar (?:antes|hasta|até)|consegna (?:prevista|stimata|entro)|consegnare entro|(?:お届け|配達)(?:予定|期限)|预计|最[晚迟]送达|送达期限|(?:التسليم|التوصيل) (?:قبل|المتوقع)|dostaw[ay] do|dostarczyć do|przewidywan|bezorgen v|uiterlijk bezorg|verwachte|lever(?:ans|era) (?:senast|före)|beräknad|son teslim|teslimat? son|tahmini|(?:배송|배달|도착) ?(?:예정|기한)/i,
  shippedOn:
    /ship(?:ped|ping)?(?: on| date)|^shipped|versanddatum|versandt am|date d.expédition|expédié le|fecha de envío|enviad[oa] (?:el|em)|data (?:di spedizione|d[ei] envio|wysyłki)|spedito il|出荷日|発送日|(?<!最[迟晚])发货(?:日期|时间)|تاريخ الشحن|wysłano|verzenddatum|verzonden op|(?:skickat?|avsändnings|frakt|leverans)(?:ades)? ?datum|skicka(?:des|d den)|(?:kargo(?:lama|ya veri(?:liş|lme))?|gönderi[mş]?|sevk) ?tarihi|발송일|발송 날짜|출고일/i,
  deliveredOn:
    /^delivered|delivered on|delivery date|zugestellt|geliefert|lieferdatum|livré|entreg(?:ad|ue)|consegnat|(?:配達|お届け)(?:済|完了|日)|已送达|送达日期|签收|تم (?:التسليم|التوصيل)|تاريخ التسليم|teslim (?:edil|tarihi)|dostarczono|data dostawy|doręczono|^bezorgd|bezorgdatum|leverera[dt]|배[송달] ?(?:완료|일)/i,
  orderedOn:
    /purchase date|order(?:ed)? (?:date|on)|date (?:of purchase|ordered)|bestell(?:datum|t am)|kaufdatum|date (?:d.achat|de (?:la )?commande)|commandé le|fecha d(?:e|el) (?:compra|pedido)|data (?:d(?:i |.)acquisto|dell.ordine|d[ao] (?:compra|pedido)|zakupu|zamówienia)|購入日|注文日|购买日期|下单|订单日期|تاريخ (?:الشراء|الطلب)|aankoopdatum|besteldatum|(?:in)?köpdatum|inköpsdatum|(?:beställnings|order)datum|(?:satın alma|sipariş) tarihi|(?:구매|주문) ?(?:일|날짜)/i,
} as const; // prettier-ignore

/** Amazon packs and sends: what the fulfilment line says then. */
export const BY_AMAZON =
  /\b(?:FBA|AFN)\b|(?:fulfill?(?:ed|ment) by|versand durch|expédié par|gestionado por|gestito da|logística d[ae]) amazon|amazon(?:による| ?配送)|亚马逊配送|أمازون/i;
/** The seller packs and sends. */
export const BY_SELLER =
  /\b(?:FBM|MFN)\b|fulfill?ed by (?:the )?(?:seller|merchant)|versand durch (?:den )?(?:händler|verkäufer)|出品者出荷|卖家(?:自|自行)?配送/i;
/** Who sends, as the value of a label says it. */
export const AMAZON_SENDS = /amazon|FBA|AFN|亚马逊|アマゾン|أمازون|아마존/i;
export const SELLER_SENDS =
  /seller|merchant|FBM|MFN|verkäufer|händler|vendeur|vendedor|venditore|出品者|卖家|البائع|판매자|satıcı|sprzedawc|verkoper|säljare/i;

/** Labels of single facts of an order. */
export const STATUS_LABEL = /status|statut|estado|stato|状态|ステータス|الحالة|durum|상태/i;
export const CARRIER_LABEL =
  /carrier|versanddienst|zusteller|transporteur|transportista|transportadora|corriere|vervoerder|bezorgdienst|przewoźnik|transportör|fraktbolag|kargo (?:şirket|firma)|taşıyıcı|配送業者|运输|承运|شركة الشحن|الناقل|택배|운송사|배송사/i;
export const FULFILMENT_LABEL =
  /fulfil|versand durch|expédi(?:é|tion|teur)|gestion(?:ado|e)|traitement|logística|gestão|spedi(?:to|zione) da|gestito|出荷元|出荷経路|配送渠道|配送方式|发货方|تنفيذ|الشحن من|realizacj|verzending door|verzonden door|leverans(?:kanal|sätt)?|skickas av|gönderim|주문 ?처리|배송 ?주체|출고|フルフィルメント/i;
export const QUANTITY_LABEL =
  /quantity|qty|menge|anzahl|quantité|qté|cantidad|quantità|quantidade|aantal|antal|ilość|adet|miktar|数量|個数|الكمية|수량/i;
export const SKU_LABEL = /^(?:merchant |seller )?SKU$/i;
