import type { Lang } from '../../ids';

/** What the card of a product may say in one language. */
export interface SampleProductWords {
  readonly material: string;
  readonly boxContents: string;
  readonly warranty: string;
  readonly manual: string;
}

const words = (material: string, boxContents: string, warranty: string, manual: string): SampleProductWords => ({
  material,
  boxContents,
  warranty,
  manual,
});

/** Sample words of a product card by language; the lamp of all other samples. */
export const sampleProductWords: Readonly<Record<Lang, SampleProductWords>> = {
  ar: words('قطن وألومنيوم', 'مصباح، كابل، دليل', 'سنتان من يوم التسليم', 'اضغطوا الزر مطولًا لتغيير السطوع'),
  de: words(
    'Baumwolle und Aluminium',
    'Lampe, Kabel, Anleitung',
    'zwei Jahre ab Lieferung',
    'Taste halten, um zu dimmen',
  ),
  en: words(
    'cotton and aluminium',
    'lamp, cable, manual',
    'two years from delivery',
    'hold the button to dim the light',
  ),
  es: words(
    'algodón y aluminio',
    'lámpara, cable, manual',
    'dos años desde la entrega',
    'mantener el botón para atenuar la luz',
  ),
  fr: words(
    'coton et aluminium',
    'lampe, câble, notice',
    'deux ans après la livraison',
    'maintenir le bouton pour baisser la lumière',
  ),
  it: words(
    'cotone e alluminio',
    'lampada, cavo, istruzioni',
    'due anni dalla consegna',
    'tenere premuto il tasto per ridurre la luce',
  ),
  ja: words(
    '綿、アルミニウム',
    'ランプ、ケーブル、説明書',
    'お届けから二年間',
    'ボタンを長押しすると明るさが変わります',
  ),
  ko: words('면, 알루미늄', '램프, 케이블, 설명서', '배송 완료일부터 이 년', '버튼을 길게 누르면 밝기가 바뀝니다'),
  nl: words(
    'katoen en aluminium',
    'lamp, kabel, handleiding',
    'twee jaar vanaf levering',
    'houd de knop ingedrukt om te dimmen',
  ),
  pl: words(
    'bawełna i aluminium',
    'lampa, kabel, instrukcja',
    'dwa lata od dostawy',
    'przytrzymać przycisk, aby przyciemnić światło',
  ),
  pt: words(
    'algodão e alumínio',
    'luminária, cabo, manual',
    'dois anos a partir da entrega',
    'segure o botão para reduzir a luz',
  ),
  ru: words(
    'хлопок и алюминий',
    'лампа, кабель, инструкция',
    'два года со дня доставки',
    'удерживайте кнопку, чтобы убавить свет',
  ),
  tr: words(
    'pamuk ve alüminyum',
    'lamba, kablo, kılavuz',
    'teslimattan itibaren iki yıl',
    'ışığı kısmak için düğmeyi basılı tutun',
  ),
  zh: words('棉、铝', '台灯、电源线、说明书', '自签收之日起两年', '长按按键可调节亮度'),
};
