// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseGlossary } from '@/utils/domain/replies/understand/glossary';
import { findWords } from '@/utils/domain/replies/understand/word-index';
import { foldText } from '@/utils/domain/text/phrases';

/** Everyday words of denial as they are typed; a lost one turns what the buyer says into its opposite. */
const DENIALS: Readonly<Record<string, string>> = {
  en: "not|no|never|nothing|nobody|no one|none|without|neither|nor|nowhere|cannot|can't|cant|don't|don’t|dont|doesn't|doesnt|didn't|didnt|isn't|isnt|aren't|arent|wasn't|wasnt|weren't|hasn't|hasnt|haven't|havent|hadn't|won't|wont|wouldn't|couldn't|couldnt|shouldn't|mustn't|needn't|ain't|havn't|dosent|unable",
  de: 'nicht|nich|nein|nie|niemals|nichts|nix|niemand|niemanden|niemandem|kein|keine|keinen|keinem|keiner|keines|keins|keinerlei|ohne|weder|nirgends|nirgendwo|keineswegs|NICHT',
  fr: "pas|ne|non|jamais|rien|personne|aucun|aucune|nul|sans|ni|nulle part|n'est|n’ai|n'a|n'ont|n'avez|n'avait|impossible|guère|même pas",
  es: 'no|nunca|jamás|jamas|nada|nadie|ningún|ningun|ninguno|ninguna|ningunos|sin|ni|tampoco|en ningún lado|ni siquiera|imposible|NO',
  it: "non|nn|no|mai|niente|nulla|nessuno|nessun|nessuna|nessun'altra|senza|neanche|nemmeno|neppure|da nessuna parte|mica|impossibile",
  pt: 'não|nao|ñ|n|naum|nunca|jamais|nada|ninguém|ninguem|nenhum|nenhuma|sem|nem|tampouco|em lugar nenhum|impossível|NÃO',
  nl: 'niet|nee|nooit|niets|niks|niemand|geen|geeneen|zonder|nergens|noch|evenmin|onmogelijk|nie|NIET',
};

const read = (name: string): unknown => JSON.parse(readFileSync(`utils/catalog/glossary/${name}.json`, 'utf8'));

describe.each(Object.entries(DENIALS))('denials in %s', (lang, words) => {
  const { negations } = parseGlossary(read('concepts'), read(lang), lang).glossary.index();

  test.each(words.split('|'))('"%s" is shown', (word) => {
    const text = `xyz ${word} xyz`;
    const [found] = findWords(negations, foldText(text));
    expect(found && text.slice(found.start, found.end)).toBe(word);
  });
});
