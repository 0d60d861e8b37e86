import type { PageLabels } from '../labels';

/** Words of the seller pages in Polish. */
export const pl: PageLabels = {
  nav: ['Katalog', 'Zapasy', 'Zamówienia', 'Reklama', 'Raporty', 'Wyniki'],
  messages: 'Wiadomości', search: 'Szukaj po numerze zamówienia lub treści',
  filters: ['Wszystkie', 'Wymaga odpowiedzi', 'Wysłane wiadomości', 'Rozwiązane'], responseNeeded: 'Wymaga odpowiedzi', noThread: 'Wybierz rozmowę, aby ją przeczytać',
  topic: { order: 'Pytanie o zamówienie', return: 'Wniosek o zwrot', product: 'Pytanie o produkt' },
  lastResponse: 'Ostatnia odpowiedź:', resolvedOn: 'Rozwiązano:', you: 'Ty', noResponseNeeded: 'Odpowiedź nie jest wymagana', reply: 'Odpowiedz',
  composer: 'Twoja odpowiedź', limit: 'Maksymalnie 4000 znaków. Linki tylko do realizacji zamówienia; bez HTML i adresów e-mail.',
  send: 'Wyślij', attach: 'Dodaj załącznik', preview: 'Podgląd', expired: 'Ta rozmowa wygasła i nie można już na nią odpowiedzieć.', loadEarlier: 'Wczytaj wcześniejsze wiadomości',
  translatedBy: 'Przetłumaczone przez platformę', showOriginal: 'Pokaż oryginał', orderDetails: 'Szczegóły zamówienia', orderId: 'Numer zamówienia', asin: 'ASIN', quantity: 'Ilość', status: 'Status',
  ordered: 'Data zakupu', shipped: 'Data wysyłki', deliverBy: 'Dostawa do', delivered: 'Dostarczono', carrier: 'Przewoźnik', language: 'Preferowany język kupującego',
  fulfilment: 'Realizacja', bySeller: 'Sprzedawca', byAmazon: 'Amazon', channel: 'Kanał sprzedaży',
  states: { unpaid: 'Oczekujące', unshipped: 'Niewysłane', shipped: 'Wysłane', delivered: 'Dostarczone', completed: 'Zakończone', cancelled: 'Anulowane', refunded: 'Zwrócono środki', disputed: 'W sporze' },
  contactTitle: 'Wyślij wiadomość do', reasonTitle: 'Dlaczego kontaktujesz się z tym klientem?',
  reasons: ['Zapytaj o szczegóły zamówienia', 'Powiadom o problemie z wysyłką', 'Poproś o dane do personalizacji', 'Ustal zwrot lub refundację', 'Inne'],
  sent: 'Twoja wiadomość została wysłana', optedOut: 'Ten klient zrezygnował z otrzymywania takich wiadomości.', feedback: 'Podziel się opinią o tej stronie',
}; // prettier-ignore

/** Words of the seller pages in Dutch. */
export const nl: PageLabels = {
  nav: ['Catalogus', 'Voorraad', 'Bestellingen', 'Adverteren', 'Rapporten', 'Prestaties'],
  messages: 'Berichten', search: 'Zoeken op bestelnummer of tekst',
  filters: ['Alle', 'Antwoord nodig', 'Verzonden berichten', 'Opgelost'], responseNeeded: 'Antwoord nodig', noThread: 'Selecteer een gesprek om het te lezen',
  topic: { order: 'Vraag over bestelling', return: 'Retourverzoek', product: 'Vraag over product' },
  lastResponse: 'Laatste antwoord op', resolvedOn: 'Opgelost op', you: 'U', noResponseNeeded: 'Geen antwoord nodig', reply: 'Beantwoorden',
  composer: 'Uw antwoord', limit: 'Maximaal 4000 tekens. Alleen links om de bestelling af te ronden; geen HTML of e-mailadressen.',
  send: 'Verzenden', attach: 'Bijlage toevoegen', preview: 'Voorbeeld', expired: 'Dit gesprek is verlopen en kan niet meer worden beantwoord.', loadEarlier: 'Eerdere berichten laden',
  translatedBy: 'Vertaald door het platform', showOriginal: 'Origineel tonen', orderDetails: 'Bestelgegevens', orderId: 'Bestelnummer', asin: 'ASIN', quantity: 'Aantal', status: 'Status',
  ordered: 'Aankoopdatum', shipped: 'Verzenddatum', deliverBy: 'Bezorgen vóór', delivered: 'Bezorgd', carrier: 'Vervoerder', language: 'Voorkeurstaal van de koper',
  fulfilment: 'Verzending door', bySeller: 'Verkoper', byAmazon: 'Amazon', channel: 'Verkoopkanaal',
  states: { unpaid: 'In behandeling', unshipped: 'Niet verzonden', shipped: 'Verzonden', delivered: 'Bezorgd', completed: 'Voltooid', cancelled: 'Geannuleerd', refunded: 'Terugbetaald', disputed: 'In geschil' },
  contactTitle: 'Bericht sturen naar', reasonTitle: 'Waarom neemt u contact op met deze klant?',
  reasons: ['Naar bestelgegevens vragen', 'Een verzendprobleem melden', 'Naar personalisatiegegevens vragen', 'Een retour of terugbetaling regelen', 'Overig'],
  sent: 'Uw bericht is verzonden', optedOut: 'Deze klant wil dit soort berichten niet ontvangen.', feedback: 'Geef uw feedback over deze pagina',
}; // prettier-ignore

/** Words of the seller pages in Swedish. */
export const sv: PageLabels = {
  nav: ['Katalog', 'Lager', 'Beställningar', 'Annonsering', 'Rapporter', 'Resultat'],
  messages: 'Meddelanden', search: 'Sök på beställningsnummer eller text',
  filters: ['Alla', 'Svar krävs', 'Skickade meddelanden', 'Lösta'], responseNeeded: 'Svar krävs', noThread: 'Välj en konversation för att läsa den',
  topic: { order: 'Fråga om beställning', return: 'Returbegäran', product: 'Produktfråga' },
  lastResponse: 'Senaste svar', resolvedOn: 'Löst den', you: 'Du', noResponseNeeded: 'Inget svar krävs', reply: 'Svara',
  composer: 'Ditt svar', limit: 'Högst 4000 tecken. Endast länkar för att slutföra beställningen; ingen HTML eller e-postadresser.',
  send: 'Skicka', attach: 'Lägg till bilaga', preview: 'Förhandsgranska', expired: 'Konversationen har gått ut och kan inte längre besvaras.', loadEarlier: 'Läs in tidigare meddelanden',
  translatedBy: 'Översatt av marknadsplatsen', showOriginal: 'Visa original', orderDetails: 'Beställningsinformation', orderId: 'Beställningsnummer', asin: 'ASIN', quantity: 'Antal', status: 'Status',
  ordered: 'Inköpsdatum', shipped: 'Skickad den', deliverBy: 'Leverans senast', delivered: 'Levererad', carrier: 'Transportör', language: 'Köparens önskade språk',
  fulfilment: 'Leverans från', bySeller: 'Säljare', byAmazon: 'Amazon', channel: 'Försäljningskanal',
  states: { unpaid: 'Väntar', unshipped: 'Ej skickad', shipped: 'Skickad', delivered: 'Levererad', completed: 'Slutförd', cancelled: 'Avbruten', refunded: 'Återbetald', disputed: 'Under tvist' },
  contactTitle: 'Skicka meddelande till', reasonTitle: 'Varför kontaktar du den här kunden?',
  reasons: ['Fråga om beställningsinformation', 'Meddela ett leveransproblem', 'Fråga om anpassning', 'Ordna retur eller återbetalning', 'Övrigt'],
  sent: 'Ditt meddelande har skickats', optedOut: 'Kunden har valt att inte få den här typen av meddelanden.', feedback: 'Lämna feedback om den här sidan',
}; // prettier-ignore

/** Words of the seller pages in Turkish. */
export const tr: PageLabels = {
  nav: ['Katalog', 'Envanter', 'Siparişler', 'Reklam', 'Raporlar', 'Performans'],
  messages: 'Mesajlar', search: 'Sipariş numarası veya metinle ara',
  filters: ['Tümü', 'Yanıt gerekiyor', 'Gönderilen mesajlar', 'Çözüldü'], responseNeeded: 'Yanıt gerekiyor', noThread: 'Okumak için bir görüşme seçin',
  topic: { order: 'Sipariş sorusu', return: 'İade talebi', product: 'Ürün sorusu' },
  lastResponse: 'Son yanıt tarihi', resolvedOn: 'Çözülme tarihi', you: 'Siz', noResponseNeeded: 'Yanıt gerekmiyor', reply: 'Yanıtla',
  composer: 'Yanıtınız', limit: 'En fazla 4000 karakter. Yalnızca siparişi tamamlamaya yönelik bağlantılar; HTML veya e-posta adresi yok.',
  send: 'Gönder', attach: 'Ek ekle', preview: 'Önizleme', expired: 'Bu görüşmenin süresi doldu, artık yanıtlanamaz.', loadEarlier: 'Önceki mesajları yükle',
  translatedBy: 'Pazaryeri tarafından çevrildi', showOriginal: 'Orijinali göster', orderDetails: 'Sipariş ayrıntıları', orderId: 'Sipariş numarası', asin: 'ASIN', quantity: 'Adet', status: 'Durum',
  ordered: 'Satın alma tarihi', shipped: 'Kargoya verilme tarihi', deliverBy: 'Son teslim tarihi', delivered: 'Teslim edildi', carrier: 'Kargo şirketi', language: 'Alıcının tercih ettiği dil',
  fulfilment: 'Gönderim', bySeller: 'Satıcı', byAmazon: 'Amazon', channel: 'Satış kanalı',
  states: { unpaid: 'Beklemede', unshipped: 'Kargoya verilmedi', shipped: 'Kargoya verildi', delivered: 'Teslim edildi', completed: 'Tamamlandı', cancelled: 'İptal edildi', refunded: 'Para iadesi yapıldı', disputed: 'İtiraz sürecinde' },
  contactTitle: 'Mesaj gönder:', reasonTitle: 'Bu müşteriyle neden iletişime geçiyorsunuz?',
  reasons: ['Sipariş ayrıntılarını sor', 'Kargo sorununu bildir', 'Kişiselleştirme bilgisi iste', 'İade veya para iadesi düzenle', 'Diğer'],
  sent: 'Mesajınız gönderildi', optedOut: 'Bu müşteri bu tür mesajları almamayı seçti.', feedback: 'Bu sayfa hakkındaki görüşünüzü paylaşın',
}; // prettier-ignore

/** Words of the seller pages in Korean. */
export const ko: PageLabels = {
  nav: ['카탈로그', '재고', '주문', '광고', '보고서', '성과'],
  messages: '메시지', search: '주문 번호 또는 내용으로 검색',
  filters: ['전체', '응답 필요', '보낸 메시지', '해결됨'], responseNeeded: '응답 필요', noThread: '대화를 선택하세요',
  topic: { order: '주문 문의', return: '반품 요청', product: '상품 문의' },
  lastResponse: '마지막 응답', resolvedOn: '해결일', you: '나', noResponseNeeded: '응답 불필요', reply: '답장',
  composer: '답장 내용', limit: '최대 4000자. 주문 처리에 필요한 링크만 사용할 수 있으며 HTML과 이메일 주소는 사용할 수 없습니다.',
  send: '보내기', attach: '첨부 파일 추가', preview: '미리보기', expired: '이 대화는 만료되어 더 이상 답장할 수 없습니다.', loadEarlier: '이전 메시지 불러오기',
  translatedBy: '마켓플레이스에서 번역함', showOriginal: '원문 보기', orderDetails: '주문 상세 정보', orderId: '주문 번호', asin: 'ASIN', quantity: '수량', status: '상태',
  ordered: '구매일', shipped: '발송일', deliverBy: '배송 기한', delivered: '배송 완료', carrier: '배송사', language: '구매자 선호 언어',
  fulfilment: '주문 처리', bySeller: '판매자', byAmazon: 'Amazon', channel: '판매 채널',
  states: { unpaid: '결제 대기', unshipped: '미발송', shipped: '발송됨', delivered: '배송 완료', completed: '완료', cancelled: '취소됨', refunded: '환불됨', disputed: '분쟁 중' },
  contactTitle: '메시지 보내기:', reasonTitle: '이 고객에게 연락하는 이유를 선택하세요',
  reasons: ['주문 세부 정보 문의', '배송 문제 알림', '맞춤 제작 정보 요청', '반품 또는 환불 처리', '기타'],
  sent: '메시지를 보냈습니다', optedOut: '이 고객은 이러한 메시지를 받지 않기로 했습니다.', feedback: '이 페이지에 대한 의견을 알려 주세요',
}; // prettier-ignore
