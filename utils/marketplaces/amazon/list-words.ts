import type { OrderEventState } from '../../domain/orders';
import { dotless } from './order-words';

/** A label whose value is the buyer's name; whole label, since others speak of the buyer's e-mail or opinion. */
export const BUYER_LABEL =
  /^(?:(?:contact )?(?:the )?(?:buyer|customer)(?:['’]s)?(?: name)?|(?:name des )?(?:käufer|kunde)[ns]?(?: kontaktieren)?|(?:käufer|kunden)name|(?:nom (?:de |du )?|contacter )?(?:l['’])?(?:acheteur|client)|(?:le client)|(?:nome (?:dell['’])?|contatta (?:l['’])?)?(?:acquirente|cliente)|(?:nombre del |contactar (?:con el |al )?)?comprador|(?:nome do |contatar (?:o )?)?comprador|(?:購入者|お客様)(?:の?(?:名前?|氏名)|に連絡する)?|(?:联系)?买家(?:姓名|名称|名字)?|구매자(?: ?(?:이름|명|성명)|에게 연락)?|(?:اسم |الاتصال ب)?ا?ل?مشتري|alıcı(?: adı|nın adı|yla iletişim kur)?|(?:nazwa |imię |skontaktuj się z )?kupując(?:y|ego|ym)|(?:naam (?:van )?|contact opnemen met )?(?:de )?koper|(?:kontakta )?köparen?|köparens namn)$/i;

/** Labels of the days a list shows besides those of an order. */
export const EVENT_DATE =
  /request(?:ed)? (?:date|on)|requested$|return (?:request(?:ed)? )?date|date (?:requested|filed|opened|of claim|of return)|(?:claim|feedback|rating|filing) date|filed|opened on|(?:antrags|rücksende|rückgabe|anfrage|bewertungs|eingangs)datum|beantragt(?: am)?$|eingereicht am|date de (?:la )?(?:demande|retour|réclamation)|demandé(?: le)?$|data (?:della )?(?:richiesta|reclamo)|richiesto(?: il)?$|fecha de (?:la )?(?:solicitud|reclamación|devolución)|solicitad[oa](?: el| em)?$|data d[ae] (?:solicitação|reclamação|devolução)|(?:リクエスト|申請|依頼|申し立て|返品)日|(?:申请|退货|索赔|提交)(?:日期|时间)|(?:요청|신청|접수|반품) ?(?:일|날짜)|تاريخ (?:طلب الإرجاع|الإرجاع|المطالبة|التقديم)|(?:talep|iade|başvuru) tarihi|data (?:zgłoszenia|wniosku|zwrotu|roszczenia)|(?:aanvraag|retour|claim)datum|aangevraagd(?: op)?$|(?:begäran|ansöknings|retur|ärende)\w*datum|begärd/i;
export const DUE_LABEL =
  /respon(?:d|se) (?:by|due)|reply by|due|deadline|antwort(?:en)? bis|frist|répondre avant|échéance|date limite|rispond(?:ere|i) entro|scadenza|responder antes|fecha límite|vencimiento|responder até|prazo|期限|截止|응답 ?기한|기한|마감|الرد قبل|الموعد النهائي|آخر موعد|son (?:yanıt|tarih)|yanıt(?:lama)? son|odpowied(?:z|ź).* do|termin|reageren v|antwoord(?:en)? (?:v|uiterlijk)|uiterlijk|svara (?:senast|före)|senast/i;

/** Labels of single facts of an event. */
export const REASON_LABEL =
  /reason|grund\b|motif|raison|motivo|razón|causal|理由|原因|사유|سبب|neden|sebep|powód|przyczyna|reden|orsak|anledning/i;
export const AMOUNT_LABEL =
  /amount|betrag|montant|importo|importe|valor|monto|金額|金额|금액|مبلغ|tutar|kwota|bedrag|belopp|refund(?:ed)?$|total$|erstattung$/i;
export const TOTAL_LABEL =
  /(?:grand|order) total|gesamt(?:summe|betrag)|^total (?:général|geral|general|de (?:la )?commande|del pedido|do pedido)|totale (?:complessivo|ordine|dell)|注文合計|^合計|(?:订单)?总[计额]|총계|^합계|(?:المجموع|الإجمالي) الكلي|إجمالي الطلب|genel toplam|sipariş toplamı|suma (?:całkowita|zamówienia)|totaal(?:bedrag| bestelling)|(?:total|order)summa/i;

/** Whose turn it is, by words; asked in this order. */
const EVENT_STATES: readonly (readonly [RegExp, OrderEventState])[] = [
  [/action (?:required|needed)|respon(?:se|d)\b.*(?:needed|required|overdue|due)|needs? (?:your )?(?:response|action)|(?:wait|await|pend)ing (?:for |on )?(?:the )?(?:seller|you|your|authori[sz]|approval|action|response)|authori[sz]ation (?:required|pending)|(?:handlung|aktion|maßnahme|antwort|reaktion|genehmigung) (?:ist )?(?:erforderlich|nötig|ausstehend|steht aus)|wartet auf (?:verkäufer|sie|genehmigung|antwort)|(?:action|réponse|autorisation) (?:requise|nécessaire|attendue)|en attente (?:du vendeur|de votre|d['’]autorisation|de réponse)|(?:azione|risposta) (?:richiesta|necessaria)|in attesa (?:del venditore|di (?:autorizzazione|risposta|approvazione))|(?:acción|respuesta) (?:necesaria|requerida)|(?:pendiente|a la espera) (?:de|del) (?:autoriz|respuesta|aprob|vendedor|su)|(?:ação|resposta) (?:necessária|pendente|exigida)|aguardando (?:o )?(?:vendedor|autoriz|resposta|aprov)|要対応|対応が?必要|回答(?:待ち|が?必要)|承認(?:待ち|が必要)|出品者の?(?:回答|対応)|需要?(?:您)?(?:卖家)?(?:采取措施|回复|处理|操作)|等待(?:卖家|您)|待(?:卖家)?(?:处理|回复|授权|批准)|(?:조치|응답|답변) ?필요|판매자 ?(?:응답|답변|대기|조치)|(?:승인|응답) ?대기|(?:مطلوب|يلزم) (?:اتخاذ )?(?:إجراء|رد)|(?:إجراء|رد) مطلوب|(?:بانتظار|في انتظار) (?:البائع|الرد|رد|الموافقة|موافقت)|(?:i[şs]lem|yanıt) (?:gerek|bekl)|satıcı.*bekl|onay.* bekl|wymagan?[ey]? (?:działani|odpowied)|(?:oczekuje|czeka) na (?:sprzedawc|odpowied|autoryz|zatwierdz)|(?:actie|antwoord|reactie) (?:vereist|nodig)|wacht(?:en|end)? op (?:verkoper|goedkeuring|autorisatie|antwoord|u\b|uw)|(?:åtgärd|svar) krävs|(?:väntar|inväntar) (?:på )?(?:säljare|godkännande|svar|dig)/i, 'waiting-for-seller'],
  [/(?:wait|await|pend)ing (?:for |on )?(?:the )?(?:buyer|customer|item|return|shipment)|authori[sz]ed|approved|in transit|label (?:sent|issued)|genehmigt|autorisiert|wartet auf (?:käufer|kund|artikel|rück)|unterwegs|approuvé|autorisé|en attente (?:de l['’]acheteur|du client|du retour)|approvat|autorizzat|in attesa (?:dell['’]acquirente|del (?:cliente|reso))|aprobad|autorizad|(?:pendiente|a la espera) del? (?:comprador|cliente|artículo)|aprovad|aguardando (?:o )?(?:comprador|cliente|devolução)|承認済|返送(?:待ち|中)|購入者の?(?:回答|対応|返送)|已(?:批准|授权|同意)|等待买家|승인(?:됨|되었| ?완료)|구매자 ?(?:응답|답변|대기)|تمت الموافقة|(?:بانتظار|في انتظار) المشتري|onaylandı|alıcı.*bekl|zatwierdzon|autoryzowan|(?:oczekuje|czeka) na (?:kupując|zwrot|klient)|goedgekeurd|geautoriseerd|wacht(?:en|end)? op (?:koper|klant|retour)|godkän[dt]|(?:väntar|inväntar) (?:på )?(?:köpare|kund|retur)/i, 'waiting-for-buyer'],
  [/(?:under|in) (?:review|investigation|appeal)|amazon (?:is )?(?:review|decid|investigat)|being reviewed|in (?:prüfung|bearbeitung)|wird (?:geprüft|überprüft)|(?:en cours d['’]|à l['’])examen|in (?:fase di )?(?:esame|revisione|valutazione)|en (?:revisión|estudio)|em (?:análise|revisão)|(?:審査|調査|確認)中|(?:审核|审查|调查)中|(?:검토|심사|조사) ?중|قيد (?:المراجعة|التحقيق|الفحص)|incelen|inceleme|w (?:trakcie|toku)|rozpatrywan|(?:wordt|in) (?:beoord|onderzo|behandeling)|(?:under gransk|granskas|utreds)/i, 'with-marketplace'],
  [/closed|resolved|completed?|granted|denied|declined|withdrawn|refund(?:ed| issued)|geschlossen|abgeschlossen|gelöst|zurückgezogen|erstatt(?:et|ung (?:veranlasst|erfolgt|ausgestellt))|abgelehnt|stattgegeben|entschieden|fermé|cl(?:ôtur|os)|résolu|rembours|refusé|accordé|chius|risolt|rimbors(?:at|o (?:emesso|effettuato))|rifiutat|cerrad|resuelt|reembols|denegad|fechad|encerrad|resolvid|concluíd|negad|終了|完了|クローズ|解決|返金済|却下|已(?:关闭|完成|退款|解决|撤销|拒绝|结案)|종료|종결|완료|해결|환불됨|거절|مغلق|مكتمل|تم (?:الحل|حل|الإغلاق|إغلاق|رد|الاسترداد)|مرفوض|kapa(?:tıl|lı|ndı)|çözül|tamamlan|iade(?:si)? (?:edil|yapıl)|reddedil|zamknięt|zakończ|rozwiązan|zwrócono|zwrot (?:środków|pieniędzy)|odrzucon|gesloten|opgelost|voltooid|afgerond|terugbeta(?:ald|ling)|afgewezen|stängd|avslutat?d?|löst\b|återbetal|avslag|avvisa/i, 'closed'],
]; // prettier-ignore

/** The state an event's status names. */
export const eventStateOf = (text: string): OrderEventState | undefined =>
  EVENT_STATES.find(([words]) => words.test(dotless(text)))?.[1];

/** "Review by Maria on ..." by the words around the name; languages that put the name first come last. */
const REVIEW_BY =
  /^(?:(?:customer )?review(?:ed)? by|rezension von|bewertung von|(?:commentaire|avis|évaluation) (?:de|par|du client)|recensione di|reseña de|opinión de|avaliação (?:de|por)|评论者[:：]|مراجعة (?:من|بواسطة|بقلم|كتبها)|(?:recenzja|opinia) (?:od|autorstwa|użytkownika|klienta)|(?:recensie|review|beoordeling) (?:van|door)|(?:recension|omdöme) av)\s*(.+?)(?:\s*[,،、|·]?\s*(?:on|am|vom|le|du|il|del|el|em|de|في|بتاريخ|z(?: dnia)?|w dniu|dnia|op|den)?\s*)$/i;
const NAME_BEFORE =
  /^(?:レビュー投稿者[:：]|[にへ、]|에\s)?\s*(.+?)\s*(?:(?:さん|様)?(?:による|[のがから])(?:カスタマー)?レビュー.*|(?:的|于?\s*(?:发表|撰写|留下)的?)评论.*|于|님(?:의|이) (?:작성한 )?(?:리뷰|후기).*|(?:tarafından|adlı).*)$/i;

/** The name in the heading of a review, from which the date has been cut out. */
export const reviewerIn = (heading: string): string | undefined =>
  (REVIEW_BY.exec(heading) ?? NAME_BEFORE.exec(heading))?.[1]?.replace(/[\s,،、|·:：\p{Pd}]+$/u, '');

/** "4 out of 5 stars", with the number before or after. */
export const STARS_OF_FIVE =
  /([1-5])(?:[.,]\d)?\s*(?:stars?\s*)?(?:out of|of|von|sur|étoiles? sur|su|de|em|van|av|z|na|\/|من|\/\s*)\s*5|5\s*(?:つ星のうち|점 만점에|星中的?|颗星[，,]?|yıldız üzerinden)\s*([1-5])/i;

/** Words of rows that the marketplace counts as unanswered. */
const RESPONSE_NEEDED =
  /(?:response|reply|action) (?:needed|required)|needs (?:a )?(?:response|reply)|antwort (?:erforderlich|nötig|benötigt)|réponse (?:requise|nécessaire|attendue)|risposta (?:necessaria|richiesta)|(?:necesita|requiere) respuesta|respuesta (?:necesaria|requerida|pendiente)|resposta (?:necessária|pendente)|(?:requer|precisa de) resposta|(?:返信|回答|対応)が?必要|要(?:返信|回答|対応)|需要?回复|待回复|(?:응답|답변|회신) ?필요|(?:مطلوب|يلزم|يتطلب|بحاجة إلى) (?:ال)?رد|yanıt (?:gerek|bekl)|cevap gerek|wymaga(?:na)? odpowied|antwoord (?:nodig|vereist)|reactie (?:nodig|vereist)|svar (?:krävs|behövs)|kräver svar/i;

const NO_RESPONSE =
  /^(?:no|kein|aucun|nessun|sin|não|nenhum|nie|geen|ing[ae]n?t?)(?!\p{L})|^(?:keine|aucune|nessuna|nenhuma)\s|无需|不需|不要|gerekm|필요 ?없|لا (?:يلزم|حاجة|يتطلب)/iu;

/** Whether a row's badge says that the marketplace counts it as unanswered. */
export const needsResponse = (text: string): boolean => RESPONSE_NEEDED.test(text) && !NO_RESPONSE.test(text.trim());

/** What the review-request page says when a review was asked for before. */
export const ALREADY_ASKED =
  /already|bereits|schon|déjà|(?<!\p{L})(?:già|ya|já)(?!\p{L})|すでに|既に|リクエスト済|依頼済|已(?:经|为|请求|发送|要求|索取|申请)|이미|بالفعل|مسبق[اًا]|سبق|zaten|daha önce|już|(?<!\p{L})al (?:een|om|verz|aange)|reeds|redan/iu;
/** What it says of the days in which one may ask: in words, or by their number. */
export const OUTSIDE_WINDOW =
  /[45]\D{1,16}30|outside|außerhalb|en dehors|hors (?:de|du)|al di fuori|fuori|fuera|fora d|期間外|範囲外|期間|(?:范围|期限|时间|窗口)(?:之?外|内)|(?:기간|범위)|خارج|dışında|aralığı|poza|buiten|utanför/i;
/** What it says when nothing but the moment is wrong. */
export const TRY_LATER =
  /try again|later|erneut|später|réessay|plus tard|riprova|più tardi|inténtal|más tarde|tente (?:novamente|mais tarde)|しばらく|後で|もう一度|再度|稍后|重试|나중에|다시 시도|لاحق[اًا]|مرة أخرى|tekrar dene|daha sonra|spróbuj|później|probeer|later opnieuw|försök/i;

/** The answer that asks for the review; whole label. */
export const YES = /^(?:yes|ja|oui|s[íi]|sì|sim|はい|是|예|네|نعم|evet|tak)$/i;

/** Labels of single facts of an order that only order pages show. */
export const TRACKING_LABEL =
  /tracking|sendungs(?:nummer|verfolgung)|suivi|tracciabilità|seguimiento|rastre|お?問い?合わせ|追跡|追踪|跟踪|运单|운송장|송장|التتبع|تتبع|takip|śledzeni|przesyłki|volg(?:nummer|code)|spårning|kolli/i;
export const VARIANT_LABEL =
  /^(?:customi[sz]ations?|variations?|anpassung(?:en)?|varianten?|personnalisations?|personalizzazion[ei]|personali[sz]aci(?:ón|ones)|personali[sz]aç(?:ão|ões)|カスタマイズ|定制(?:信息)?|맞춤 ?제작|التخصيصات?|kişiselleştirme(?:ler)?|personalizacj[ae]|personalisaties?|anpassningar?)$/i;
