/**
 * The reports sellers download, by their headings. Reports in tab-delimited form keep their English headings in all
 * countries; what a page offers for download is worded in the language of the account.
 */
import type { FileKind, OrderField } from './fields';

/** A report of a marketplace as its headings tell it. */
export interface FilePreset {
  readonly id: string;
  readonly marketplace: 'amazon' | 'aliexpress';
  readonly kind: FileKind;
  /** Headings by field, in every language they are known in; the first that is found counts. */
  readonly columns: Readonly<Partial<Record<OrderField, readonly string[]>>>;
  /** Fields without which it is not this report. */
  readonly needs: readonly OrderField[];
  /** Headings of which one must be there as well, where the fields alone do not tell it from other files. */
  readonly marks: readonly string[];
  readonly amountPer: 'row' | 'order';
  readonly source: string;
  readonly checkedOn: string;
  readonly confidence: 'high' | 'medium' | 'low';
}

const ITEM_OF_AMAZON = { sku: ['sku'], productId: ['asin'], title: ['product-name', 'item-name'] } as const;

/** The reports that are recognised. */
export const filePresets: readonly FilePreset[] = [
  {
    id: 'amazon-all-orders',
    marketplace: 'amazon',
    kind: 'orders',
    columns: {
      orderId: ['amazon-order-id'],
      orderedOn: ['purchase-date'],
      status: ['order-status'],
      country: ['ship-country'],
      quantity: ['quantity', 'quantity-purchased'],
      amount: ['item-price'],
      currency: ['currency'],
      ...ITEM_OF_AMAZON,
    },
    needs: ['orderId', 'orderedOn', 'status'],
    marks: ['order-status'],
    amountPer: 'row',
    source: 'https://sellercentral.amazon.com/gp/help/external/200547170',
    checkedOn: '2026-11-22',
    confidence: 'high',
  },
  {
    id: 'amazon-new-orders',
    marketplace: 'amazon',
    kind: 'orders',
    columns: {
      orderId: ['order-id'],
      orderedOn: ['purchase-date'],
      buyerName: ['buyer-name'],
      country: ['ship-country'],
      quantity: ['quantity-purchased', 'quantity-to-ship'],
      amount: ['item-price'],
      currency: ['currency'],
      ...ITEM_OF_AMAZON,
    },
    needs: ['orderId', 'orderedOn'],
    marks: ['order-item-id'],
    amountPer: 'row',
    source: 'https://sellercentral.amazon.co.jp/gp/help/external/help.html?itemID=201648780',
    checkedOn: '2026-11-22',
    confidence: 'high',
  },
  {
    id: 'amazon-fba-returns',
    marketplace: 'amazon',
    kind: 'returns',
    columns: {
      orderId: ['order-id', 'amazon-order-id'],
      happenedOn: ['return-date'],
      reason: ['reason'],
      ...ITEM_OF_AMAZON,
    },
    needs: ['orderId', 'happenedOn', 'reason'],
    marks: ['detailed-disposition', 'fnsku', 'fulfillment-center-id', 'license-plate-number'],
    amountPer: 'row',
    // The help page names the order column differently by country; both names are taken.
    source: 'https://sellercentral.amazon.co.jp/gp/help/external/200453320',
    checkedOn: '2026-11-22',
    confidence: 'high',
  },
  {
    id: 'amazon-seller-returns',
    marketplace: 'amazon',
    kind: 'returns',
    columns: {
      orderId: ['Order ID'],
      happenedOn: ['Return request date'],
      reason: ['Return reason'],
      sku: ['Merchant SKU'],
      productId: ['ASIN'],
      title: ['Item name'],
    },
    needs: ['orderId', 'happenedOn'],
    marks: ['Amazon RMA ID', 'Merchant RMA ID', 'Return request status'],
    amountPer: 'row',
    source: 'report type GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE, column names as public integrations list them',
    checkedOn: '2026-11-22',
    confidence: 'medium',
  },
  {
    id: 'amazon-feedback',
    marketplace: 'amazon',
    kind: 'feedback',
    columns: {
      orderId: [
        'Order ID',
        'Bestellnummer',
        'Numéro de commande',
        'N° de commande',
        'Número de pedido',
        'ID del pedido',
        'Numero ordine',
        "Numero d'ordine",
        'Bestelnummer',
        'Numer zamówienia',
        'Beställningsnummer',
        'Número do pedido',
        '注文番号',
        '订单编号',
      ],
      happenedOn: ['Date', 'Datum', 'Fecha', 'Data', '日付', '日期'],
      stars: [
        'Rating',
        'Bewertung',
        'Note',
        'Évaluation',
        'Valoración',
        'Calificación',
        'Valutazione',
        'Punteggio',
        'Beoordeling',
        'Ocena',
        'Betyg',
        'Avaliação',
        '評価',
        '评级',
        '评分',
      ],
    },
    needs: ['orderId', 'happenedOn', 'stars'],
    marks: [
      'Rater Email',
      'Comments',
      'Your Response',
      'Kommentare',
      'Ihre Antwort',
      'Commentaires',
      'Comentarios',
      'Commenti',
      'Opmerkingen',
      'Komentarze',
      'Kommentarer',
      'Comentários',
      'コメント',
      '评论',
    ],
    amountPer: 'row',
    // English names: report type GET_SELLER_FEEDBACK_DATA. The others follow the words of each Seller Central.
    source: 'report type GET_SELLER_FEEDBACK_DATA, column names as public integrations list them',
    checkedOn: '2026-11-22',
    confidence: 'medium',
  },
  {
    id: 'aliexpress-orders',
    marketplace: 'aliexpress',
    kind: 'orders',
    columns: {
      orderId: ['订单号', '订单编号', 'Order No.', 'Order ID', 'Order number', 'Номер заказа', '№ заказа'],
      status: ['订单状态', 'Order status', 'Статус заказа'],
      buyerName: ['买家名称', '买家姓名', 'Buyer name', 'Имя покупателя', 'Покупатель'],
      orderedOn: [
        '下单时间',
        '订单创建时间',
        'Order date',
        'Order creation time',
        'Order created',
        'Дата заказа',
        'Дата создания заказа',
        'Заказ создан',
      ],
      deliveredOn: ['确认收货时间', '妥投时间', 'Delivered on', 'Дата доставки', 'Заказ доставлен'],
      country: [
        '收货国家',
        '国家',
        '收货国家/地区',
        'Country',
        'Country/Region',
        'Destination country',
        'Страна',
        'Страна доставки',
      ],
      title: [
        '产品信息',
        '商品信息',
        '商品名称',
        'Product information',
        'Product name',
        'Product',
        'Информация о товаре',
        'Название товара',
        'Товар',
      ],
      sku: ['商品编码', 'SKU', 'SKU code', 'Артикул'],
      productId: ['商品ID', '产品ID', 'Product ID', 'ID товара'],
      quantity: ['数量', '产品数量', '商品数量', 'Quantity', 'Количество'],
      amount: ['订单金额', '订单总金额', 'Order amount', 'Total amount', 'Сумма заказа'],
      currency: ['币种', '货币', 'Currency', 'Валюта'],
    },
    needs: ['orderId', 'status', 'orderedOn'],
    marks: [
      '买家名称',
      '产品信息',
      '商品信息',
      '订单金额',
      '收货国家',
      'Buyer name',
      'Product information',
      'Order amount',
      'Имя покупателя',
      'Сумма заказа',
      'Информация о товаре',
    ],
    amountPer: 'order',
    // No public page lists the columns of the seller centre's export; these are the names its pages use.
    source: 'wording of the order pages of AliExpress seller centre in Chinese, English and Russian',
    checkedOn: '2026-11-22',
    confidence: 'low',
  },
];
