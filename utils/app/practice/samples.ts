import ar from '@/utils/catalog/practice/ar.json';
import de from '@/utils/catalog/practice/de.json';
import en from '@/utils/catalog/practice/en.json';
import es from '@/utils/catalog/practice/es.json';
import fr from '@/utils/catalog/practice/fr.json';
import it from '@/utils/catalog/practice/it.json';
import ja from '@/utils/catalog/practice/ja.json';
import ko from '@/utils/catalog/practice/ko.json';
import nl from '@/utils/catalog/practice/nl.json';
import pl from '@/utils/catalog/practice/pl.json';
import pt from '@/utils/catalog/practice/pt.json';
import ru from '@/utils/catalog/practice/ru.json';
import tr from '@/utils/catalog/practice/tr.json';
import zh from '@/utils/catalog/practice/zh.json';
import { readSamples, type PracticeSample } from '@/utils/domain/practice/sample';

/** German first: the lesson begins there. */
const files: readonly unknown[] = [de, en, fr, es, ja, it, pt, ru, pl, nl, tr, ar, ko, zh];

/** The sandbox inbox, language by language, with the conversation of the lesson at the top. */
export function practiceSamples(now: Date): readonly PracticeSample[] {
  const [first, ...rest] = files.flatMap((file) => readSamples(file, now));
  return first ? [first, ...rest] : [];
}
