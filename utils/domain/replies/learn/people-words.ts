import type { Lang } from '../../ids';

/** Words around names in one language, folded by whoever reads them; words of a list stand between blanks. */
export interface PeopleWords {
  /** After these a name may follow: greetings and titles. */
  readonly openers: string;
  /** What else may stand there and names nobody. */
  readonly harmless: string;
  /** Written with a capital letter inside a sentence although they are no names. */
  readonly capitals?: string;
}

/** Greetings and titles in the languages of replies; English ones are looked for everywhere. */
export const PEOPLE_WORDS: Readonly<Record<Lang, PeopleWords>> = {
  en: {
    openers: 'hello hi hey dear greetings mr mrs ms miss mx dr prof sir madam morning afternoon evening',
    harmless:
      'good day there again customer buyer friend valued sir madam and all everyone team thank thanks you for ' +
      'kind best regards wishes sincerely yours sorry unfortunately yes no sure please however',
    capitals: 'I',
  },
  de: {
    openers:
      'hallo guten grüß servus moin liebe lieber liebes geehrte geehrter geehrtes herr herrn frau familie fräulein dr prof ' +
      'namens nachbar nachbarin nachbarn kollege kollegin kollegen mitarbeiter mitarbeiterin grüße grüßen gruß',
    harmless:
      'tag morgen abend gott sehr geehrte geehrter liebe lieber und kunde kundin kunden damen herren zusammen freundliche ' +
      'freundlichen beste besten viele vielen herzliche herzlichen ihr ihre team kundenservice aus von dem der unserem ' +
      'danke leider ja nein gerne natürlich bitte auch',
    capitals: 'Sie Ihr Ihre Ihrer Ihrem Ihren Ihres Ihnen',
  },
  fr: {
    openers: 'bonjour bonsoir cher chère chers salut madame monsieur mademoiselle mme mlle mr m dr',
    harmless:
      'madame monsieur client cliente clients et à vous tous cher chère messieurs mesdames cordialement sincèrement ' +
      'merci désolé désolés malheureusement oui non toutefois',
  },
  es: {
    openers:
      'hola buenos buenas estimado estimada estimados querido querida apreciado apreciada señor señora señorita sr sra srta ' +
      'don doña dr dra',
    harmless:
      'días tardes noches cliente clienta señor señora y muy buenos buenas día amigo amiga a todos cordialmente ' +
      'atentamente saludos gracias lamentablemente sí no claro perdón',
    capitals: 'Ud Uds Usted Ustedes',
  },
  pt: {
    openers:
      'olá oi bom boa prezado prezada caro cara querido querida estimado estimada senhor senhora sr sra dr dra dona',
    harmless:
      'dia tarde noite cliente senhor senhora e a o todos tudo bem atenciosamente cordialmente abraços ' +
      'obrigado obrigada infelizmente sim não claro desculpe',
  },
  it: {
    openers:
      'ciao salve buongiorno buonasera gentile gentili caro cara egregio signor signora signore signorina sig dott',
    harmless:
      'cliente clienti signore signora signori e a lei tutti cordialmente saluti cordiali distinti grazie certo prego purtroppo sì no',
    capitals: 'Lei Le La Suo Sua Suoi Sue Ella Glielo Gliela Paese Paesi',
  },
  nl: {
    openers:
      'hallo hoi dag beste geachte goedemorgen goedemiddag goedenavond goedendag goede lieve heer mevrouw meneer dhr mevr mw',
    harmless:
      'klant klanten heer mevrouw en allemaal dag morgen middag avond met vriendelijke groet groeten ' +
      'helaas bedankt sorry ja nee natuurlijk',
    capitals: 'U Uw',
  },
  pl: {
    openers: 'witam witaj cześć dzień dobry szanowny szanowna szanowni drogi droga drodzy pan pani panie panu państwo',
    harmless:
      'dobry wieczór państwo kliencie klientko klienci i pan pani ponownie serdecznie pozdrawiam pozdrawiamy ' +
      'niestety dziękujemy tak nie oczywiście',
    capitals: 'Państwo Państwa Państwu Państwem Pan Pani Pana Panu Panią Panem Panie Twój Twoje Ci Ciebie Tobie',
  },
  tr: {
    openers: 'merhaba merhabalar selam sayın sevgili değerli günaydın iyi bay bayan hanım bey',
    harmless:
      'günler akşamlar müşterimiz müşteri müşterilerimiz dostumuz değerli sayın ve maalesef üzgünüz evet hayır tabii lütfen sipariş tutar',
    capitals: 'Siz Sizin Size Sizi',
  },
  ru: {
    openers:
      'здравствуйте здравствуй привет уважаемый уважаемая уважаемые дорогой дорогая добрый доброе доброго приветствуем ' +
      'господин госпожа г-н г-жа',
    harmless:
      'день утро вечер дня покупатель покупательница клиент друг и вас вам сожалению да нет конечно спасибо извините пожалуйста',
    capitals: 'Вы Вас Вам Вами Ваш Ваша Ваше Ваши Вашего Вашей Вашему Вашим Вашем Вашу Ваших Вашими',
  },
  ar: {
    openers:
      'السلام مرحبا مرحبًا أهلا أهلًا تحية عزيزي عزيزتي عزيزنا حضرة السيد السيدة سيد سيدي سيدتي الأستاذ الأستاذة أستاذ',
    harmless:
      'عليكم ورحمة الله وبركاته بك بكم وسهلا وسهلًا العميل العميلة الكريم الكريمة عميلنا عميلتنا عملاءنا الأعزاء طيبة وبعد سيدي',
  },
  zh: { openers: '', harmless: '' },
  ja: { openers: '', harmless: '' },
  ko: { openers: '', harmless: '' },
};

/** What may stand before a Chinese greeting or after "dear". */
export const HARMLESS_HAN =
  /亲爱的|尊敬的|敬爱的|客户|顾客|买家|朋友|先生|女士|小姐|老板|亲们|亲|各位|大家|早上|上午|中午|下午|晚上|非常|感谢|您|的|们/gu;

/** What stands before a Japanese or Korean title without being a name. */
export const HARMLESS_BEFORE_TITLE =
  /(?:お客|皆|みな|仕|同|多|模|有|たく|各|神|奥|ご主人|고객|회원|구매자|판매자|손|선생|여러분|날|솜|말|글)\s?$/u;
