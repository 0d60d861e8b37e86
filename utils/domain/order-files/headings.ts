/** What headings mean whatever their spelling, and which columns are nobody's business. */

/** A heading without what differs between spreadsheets: case, hyphens, brackets, width of letters. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}\-_/.:：()*#"']+/gu, ' ')
    .trim();

// «Note» is missing on purpose: it is the rating of French feedback files. Whole words of languages that put spaces between them.
const PERSONAL_WORDS = new Set(
  [
    'mail email emails phone phones telephone tel mobile cell cellphone fax whatsapp wechat skype',
    'address addresses addr street city town district county province zip zipcode postal postcode',
    'recipient receiver consignee addressee neighborhood building house',
    'vat taxid cpf cnpj rfc passport birthday birthdate',
    'comment comments message messages remark remarks notes memo response reply review feedback',
    'adresse adressen strasse straße stadt ort plz postleitzahl telefon handy empfänger bemerkung bemerkungen',
    'kommentar kommentare nachricht antwort lieferadresse rechnungsadresse mailadresse',
    'courriel rue ville destinataire commentaire commentaires réponse téléphone portable',
    'correo dirección direccion calle ciudad teléfono telefono móvil destinatario comentario comentarios respuesta',
    'indirizzo via città citta telefono cellulare commento commenti risposta',
    'endereço endereco rua cidade telefone celular destinatário comentário comentários resposta',
    'adres straat stad telefoon ontvanger opmerking opmerkingen reactie',
    'adres ulica miasto odbiorca komentarz komentarze odpowiedź uwagi',
    'adress gata mottagare svar kommentarer',
    'адрес улица город индекс телефон почта email получатель комментарий комментарии отзыв ответ примечание сообщение',
    'adresi sokak şehir telefon alıcı yorum yorumlar yanıt',
  ].flatMap((words) => words.split(' ')),
);

// Of languages that do not, and of words that only together tell of a person.
const PERSONAL_PARTS = [
  /e mail|post code|postal code|zip code|ship(?:ping)? (?:name|state)|bill(?:ing)? (?:name|state)|tax id|tax number/,
  /state province|identification number|ship to name|full name of recipient|ф ?и ?о/,
  /邮箱|郵箱|邮件|电话|電話|手机|手機|传真|地址|街道|城市|省份|州省|州 省|区县|邮编|郵編|收货人|收貨人|收件人|联系人|税号|身份证|护照/,
  /留言|备注|備註|評論|评论|评价内容|回复|回覆|反馈内容|消息/,
  /メール|電子メール|住所|郵便番号|都道府県|市区町村|受取人|宛名|届け先|配送先氏名|コメント|返信|メモ/,
  /이메일|전화|휴대폰|주소|우편번호|수령인|수취인|코멘트|메모|답변/,
];

/** Whether a column may hold an address, a number, an e-mail or words a person wrote: those are never read. */
export const isPersonalHeading = (heading: string): boolean => {
  const plain = plainHeading(heading);
  return plain.split(' ').some((word) => PERSONAL_WORDS.has(word)) || PERSONAL_PARTS.some((part) => part.test(plain));
};
