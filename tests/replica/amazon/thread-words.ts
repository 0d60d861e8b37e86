import type { PageLoc } from '../dates';
import { type WordRow, wordsIn } from './word-table';

// en, de, fr, it, es, pt-BR, ja, zh-CN, ko, ar, tr, pl, nl, sv
const table = {
  flagged: ['This message was flagged for review', 'Diese Nachricht wurde zur Prüfung markiert', 'Ce message a été signalé pour vérification', 'Questo messaggio è stato segnalato per la verifica', 'Este mensaje se ha marcado para su revisión', 'Esta mensagem foi sinalizada para análise', 'このメッセージは確認のため報告されました', '此消息已被标记以待审核', '이 메시지는 검토 대상으로 표시되었습니다', 'تم وضع علامة على هذه الرسالة للمراجعة', 'Bu mesaj inceleme için işaretlendi', 'Ta wiadomość została oznaczona do weryfikacji', 'Dit bericht is gemarkeerd voor controle', 'Meddelandet har flaggats för granskning'],
} as const satisfies Record<string, WordRow>; // prettier-ignore

/** What the marketplace itself says inside a conversation. */
export type ThreadWords = Record<keyof typeof table, string>;

/** These words in the language of the page. */
export function threadWords(loc: PageLoc): ThreadWords {
  return wordsIn(table, loc);
}
