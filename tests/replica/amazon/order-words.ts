import type { PageLoc } from '../dates';
import { type WordRow, wordsIn } from './word-table';

// en, de, fr, it, es, pt-BR, ja, zh-CN, ko, ar, tr, pl, nl, sv
const table = {
  rangeTo: ['to', 'bis', 'au', 'al', 'a', 'a', '～', '至', '~', 'إلى', '-', 'do', 't/m', 'till'],
  unavailable: ['Currently unavailable', 'Derzeit nicht verfügbar', 'Actuellement indisponible', 'Attualmente non disponibile', 'No disponible por el momento', 'Indisponível no momento', '現在ご利用いただけません', '目前不可用', '현재 사용할 수 없음', 'غير متوفر حاليًا', 'Şu anda mevcut değil', 'Obecnie niedostępne', 'Momenteel niet beschikbaar', 'Inte tillgängligt för tillfället'],
  summary: ['Order summary', 'Bestellübersicht', 'Récapitulatif de la commande', 'Riepilogo ordine', 'Resumen del pedido', 'Resumo do pedido', '注文の概要', '订单摘要', '주문 요약', 'ملخص الطلب', 'Sipariş özeti', 'Podsumowanie zamówienia', 'Besteloverzicht', 'Beställningsöversikt'],
  shipBy: ['Ship by', 'Versand bis', 'Expédier avant le', 'Spedire entro', 'Enviar antes del', 'Enviar até', '出荷期限', '最迟发货日期', '발송 기한', 'الشحن قبل', 'Kargoya son verme tarihi', 'Wyślij do', 'Verzenden vóór', 'Skicka senast'],
  service: ['Shipping service', 'Versandart', 'Mode d’expédition', 'Servizio di spedizione', 'Servicio de envío', 'Serviço de envio', '配送サービス', '配送服务', '배송 서비스', 'خدمة الشحن', 'Kargo hizmeti', 'Usługa wysyłki', 'Verzendservice', 'Frakttjänst'],
  standard: ['Standard', 'Standard', 'Standard', 'Standard', 'Estándar', 'Padrão', '通常配送', '标准配送', '일반 배송', 'عادي', 'Standart', 'Standardowa', 'Standaard', 'Standard'],
  shipTo: ['Ship to', 'Lieferadresse', 'Adresse de livraison', 'Spedire a', 'Enviar a', 'Enviar para', 'お届け先', '配送地址', '배송지', 'الشحن إلى', 'Teslimat adresi', 'Adres dostawy', 'Verzenden naar', 'Leveransadress'],
  addressType: ['Address type', 'Adresstyp', 'Type d’adresse', 'Tipo di indirizzo', 'Tipo de dirección', 'Tipo de endereço', '住所の種類', '地址类型', '주소 유형', 'نوع العنوان', 'Adres türü', 'Typ adresu', 'Adrestype', 'Adresstyp'],
  residential: ['Residential', 'Privatadresse', 'Résidentielle', 'Residenziale', 'Residencial', 'Residencial', '個人宅', '住宅', '주거지', 'سكني', 'Konut', 'Prywatny', 'Particulier', 'Privatadress'],
  contactBuyer: ['Contact Buyer', 'Käufer kontaktieren', 'Contacter l’acheteur', 'Contatta acquirente', 'Contactar con el comprador', 'Contatar comprador', '購入者に連絡する', '联系买家', '구매자에게 연락', 'الاتصال بالمشتري', 'Alıcıyla iletişim kur', 'Skontaktuj się z kupującym', 'Contact opnemen met koper', 'Kontakta köparen'],
  buyerName: ['Buyer name', 'Name des Käufers', 'Nom de l’acheteur', 'Nome acquirente', 'Nombre del comprador', 'Nome do comprador', '購入者名', '买家姓名', '구매자 이름', 'اسم المشتري', 'Alıcı adı', 'Nazwa kupującego', 'Naam koper', 'Köparens namn'],
  phone: ['Phone', 'Telefon', 'Téléphone', 'Telefono', 'Teléfono', 'Telefone', '電話番号', '电话', '전화번호', 'الهاتف', 'Telefon', 'Telefon', 'Telefoon', 'Telefon'],
  email: ['Buyer e-mail', 'E-Mail des Käufers', 'E-mail de l’acheteur', 'E-mail acquirente', 'Correo del comprador', 'E-mail do comprador', '購入者のEメール', '买家邮箱', '구매자 이메일', 'البريد الإلكتروني للمشتري', 'Alıcı e-postası', 'E-mail kupującego', 'E-mail koper', 'Köparens e-post'],
  contents: ['Order contents', 'Bestellinhalt', 'Contenu de la commande', 'Contenuto dell’ordine', 'Contenido del pedido', 'Conteúdo do pedido', '注文内容', '订单内容', '주문 내역', 'محتويات الطلب', 'Sipariş içeriği', 'Zawartość zamówienia', 'Inhoud van bestelling', 'Beställningens innehåll'],
  image: ['Image', 'Bild', 'Image', 'Immagine', 'Imagen', 'Imagem', '画像', '图片', '이미지', 'صورة', 'Görsel', 'Zdjęcie', 'Afbeelding', 'Bild'],
  product: ['Product name', 'Produktname', 'Nom du produit', 'Nome prodotto', 'Nombre del producto', 'Nome do produto', '商品名', '商品名称', '상품명', 'اسم المنتج', 'Ürün adı', 'Nazwa produktu', 'Productnaam', 'Produktnamn'],
  unitPrice: ['Unit price', 'Einzelpreis', 'Prix unitaire', 'Prezzo unitario', 'Precio por unidad', 'Preço unitário', '単価', '单价', '단가', 'سعر الوحدة', 'Birim fiyat', 'Cena jednostkowa', 'Stuksprijs', 'Pris per enhet'],
  proceeds: ['Proceeds', 'Erlös', 'Recettes', 'Ricavi', 'Ingresos', 'Receita', '売上', '收入', '수익', 'العائدات', 'Gelir', 'Przychody', 'Opbrengst', 'Intäkter'],
  subtotal: ['Item subtotal', 'Zwischensumme Artikel', 'Sous-total de l’article', 'Subtotale articolo', 'Subtotal del producto', 'Subtotal do item', '商品の小計', '商品小计', '상품 소계', 'المجموع الفرعي للمنتج', 'Ürün ara toplamı', 'Suma częściowa', 'Subtotaal artikel', 'Delsumma artikel'],
  grandTotal: ['Grand total', 'Gesamtsumme', 'Total général', 'Totale complessivo', 'Total general', 'Total geral', '合計', '总计', '총계', 'المجموع الكلي', 'Genel toplam', 'Suma całkowita', 'Totaalbedrag', 'Totalsumma'],
  orderItemId: ['Order Item ID', 'Bestellposten-Nr.', 'ID d’article de commande', 'ID articolo ordine', 'ID de producto del pedido', 'ID do item do pedido', '注文商品ID', '订单商品编号', '주문 상품 ID', 'معرف عنصر الطلب', 'Sipariş ürün kimliği', 'ID pozycji zamówienia', 'Bestelartikel-ID', 'Orderrads-ID'],
  customisations: ['Customizations', 'Anpassungen', 'Personnalisations', 'Personalizzazioni', 'Personalizaciones', 'Personalizações', 'カスタマイズ', '定制信息', '맞춤 제작', 'التخصيصات', 'Kişiselleştirmeler', 'Personalizacja', 'Personalisaties', 'Anpassningar'],
  giftWrap: ['Gift', 'Geschenk', 'Cadeau', 'Regalo', 'Regalo', 'Presente', 'ギフト', '礼品', '선물', 'هدية', 'Hediye', 'Prezent', 'Cadeau', 'Present'],
  package: ['Package', 'Paket', 'Colis', 'Pacco', 'Paquete', 'Pacote', '荷物', '包裹', '패키지', 'الطرد', 'Paket', 'Przesyłka', 'Pakket', 'Paket'],
  tracking: ['Tracking ID', 'Sendungsnummer', 'Numéro de suivi', 'Numero di tracking', 'Número de seguimiento', 'Código de rastreamento', 'お問い合わせ番号', '追踪编码', '운송장 번호', 'رقم التتبع', 'Takip numarası', 'Numer śledzenia', 'Trackingnummer', 'Spårnings-ID'],
  requestReview: ['Request a Review', 'Bewertung anfragen', 'Demander une évaluation', 'Richiedi una recensione', 'Solicitar una reseña', 'Solicitar avaliação', 'レビューをリクエストする', '请求评论', '리뷰 요청', 'طلب مراجعة', 'Yorum iste', 'Poproś o recenzję', 'Review aanvragen', 'Begär en recension'],
  buyShipping: ['Buy shipping', 'Versandetikett kaufen', 'Acheter l’expédition', 'Acquista spedizione', 'Comprar envío', 'Comprar envio', '配送ラベルを購入', '购买配送服务', '배송 구매', 'شراء الشحن', 'Kargo satın al', 'Kup wysyłkę', 'Verzending kopen', 'Köp frakt'],
  printSlip: ['Print packing slip', 'Lieferschein drucken', 'Imprimer le bon de livraison', 'Stampa documento di trasporto', 'Imprimir albarán', 'Imprimir guia de remessa', '納品書を印刷', '打印装箱单', '포장 명세서 인쇄', 'طباعة قسيمة التعبئة', 'Sevk irsaliyesi yazdır', 'Drukuj list przewozowy', 'Pakbon afdrukken', 'Skriv ut följesedel'],
  refund: ['Refund order', 'Bestellung erstatten', 'Rembourser la commande', 'Rimborsa ordine', 'Reembolsar pedido', 'Reembolsar pedido', '注文を返金する', '退款', '주문 환불', 'رد مبلغ الطلب', 'Siparişi iade et', 'Zwróć środki', 'Bestelling terugbetalen', 'Återbetala beställning'],
  sellerNote: ['Seller notes', 'Verkäufernotizen', 'Notes du vendeur', 'Note del venditore', 'Notas del vendedor', 'Notas do vendedor', '出品者メモ', '卖家备注', '판매자 메모', 'ملاحظات البائع', 'Satıcı notları', 'Notatki sprzedawcy', 'Notities verkoper', 'Säljarens anteckningar'],
  buyerFeedback: ['Buyer feedback', 'Käuferbewertung', 'Évaluation de l’acheteur', 'Feedback dell’acquirente', 'Valoración del comprador', 'Feedback do comprador', '購入者の評価', '买家反馈', '구매자 피드백', 'ملاحظات المشتري', 'Alıcı geri bildirimi', 'Opinia kupującego', 'Feedback van koper', 'Köparens feedback'],
  save: ['Save', 'Speichern', 'Enregistrer', 'Salva', 'Guardar', 'Salvar', '保存', '保存', '저장', 'حفظ', 'Kaydet', 'Zapisz', 'Opslaan', 'Spara'],
  manageOrders: ['Manage Orders', 'Bestellungen verwalten', 'Gérer les commandes', 'Gestione ordini', 'Gestionar pedidos', 'Gerenciar pedidos', '注文管理', '管理订单', '주문 관리', 'إدارة الطلبات', 'Siparişleri yönet', 'Zarządzaj zamówieniami', 'Bestellingen beheren', 'Hantera beställningar'],
  orders: ['orders', 'Bestellungen', 'commandes', 'ordini', 'pedidos', 'pedidos', '件の注文', '个订单', '개의 주문', 'طلبات', 'sipariş', 'zamówień', 'bestellingen', 'beställningar'],
  action: ['Action', 'Aktion', 'Action', 'Azione', 'Acción', 'Ação', '操作', '操作', '작업', 'إجراء', 'İşlem', 'Działanie', 'Actie', 'Åtgärd'],
  customerOption: ['Customer option', 'Kundenoption', 'Option client', 'Opzione cliente', 'Opción del cliente', 'Opção do cliente', '購入者オプション', '买家选项', '고객 옵션', 'خيار العميل', 'Müşteri seçeneği', 'Opcja klienta', 'Klantoptie', 'Kundval'],
  previous: ['Previous', 'Zurück', 'Précédent', 'Precedente', 'Anterior', 'Anterior', '前へ', '上一页', '이전', 'السابق', 'Önceki', 'Poprzednia', 'Vorige', 'Föregående'],
  next: ['Next', 'Weiter', 'Suivant', 'Successivo', 'Siguiente', 'Próximo', '次へ', '下一页', '다음', 'التالي', 'Sonraki', 'Następna', 'Volgende', 'Nästa'],
  perPage: ['Results per page', 'Ergebnisse pro Seite', 'Résultats par page', 'Risultati per pagina', 'Resultados por página', 'Resultados por página', '1ページあたりの件数', '每页结果数', '페이지당 결과', 'النتائج في الصفحة', 'Sayfa başına sonuç', 'Wyników na stronę', 'Resultaten per pagina', 'Resultat per sida'],
  tour: ['New: a clearer view of your orders', 'Neu: eine übersichtlichere Ansicht Ihrer Bestellungen', 'Nouveau : une vue plus claire de vos commandes', 'Novità: una vista più chiara dei tuoi ordini', 'Novedad: una vista más clara de tus pedidos', 'Novo: uma visão mais clara dos seus pedidos', '新機能：注文がより見やすくなりました', '新功能：更清晰的订单视图', '새 기능: 더 보기 쉬운 주문 화면', 'جديد: عرض أوضح لطلباتك', 'Yeni: siparişleriniz için daha anlaşılır bir görünüm', 'Nowość: czytelniejszy widok zamówień', 'Nieuw: een duidelijker overzicht van uw bestellingen', 'Nytt: en tydligare vy över dina beställningar'],
  close: ['Close', 'Schließen', 'Fermer', 'Chiudi', 'Cerrar', 'Fechar', '閉じる', '关闭', '닫기', 'إغلاق', 'Kapat', 'Zamknij', 'Sluiten', 'Stäng'],
  delivered: ['Delivered on', 'Zugestellt am', 'Livré le', 'Consegnato il', 'Entregado el', 'Entregue em', '配達日', '送达日期', '배송 완료일', 'تم التسليم في', 'Teslim tarihi', 'Dostarczono', 'Bezorgd op', 'Levererad den'],
} as const satisfies Record<string, WordRow>; // prettier-ignore

/** Words of the order pages beside those every page has. */
export type OrderWords = Record<keyof typeof table, string>;

/** The words of the order pages in the language of the page. */
export function orderWords(loc: PageLoc): OrderWords {
  return wordsIn(table, loc);
}
