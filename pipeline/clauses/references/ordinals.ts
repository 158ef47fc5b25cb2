import type { Token } from './tokens.js';

/** Stems of ordinal numerals as parts and paragraphs are counted: `частини шостої`, `абзац двадцять перший`. */
const ONES: readonly (readonly [RegExp, number])[] = [
  [/^перш/u, 1],
  [/^друг/u, 2],
  [/^трет/u, 3],
  [/^четверт/u, 4],
  [/^пʼят/u, 5],
  [/^шост/u, 6],
  [/^сьом/u, 7],
  [/^восьм/u, 8],
  [/^девʼят/u, 9],
];
const TEENS: readonly (readonly [RegExp, number])[] = [
  [/^десят/u, 10],
  [/^одинадцят/u, 11],
  [/^дванадцят/u, 12],
  [/^тринадцят/u, 13],
  [/^чотирнадцят/u, 14],
  [/^пʼятнадцят/u, 15],
  [/^шістнадцят/u, 16],
  [/^сімнадцят/u, 17],
  [/^вісімнадцят/u, 18],
  [/^девʼятнадцят/u, 19],
  [/^двадцят/u, 20],
  [/^тридцят/u, 30],
  [/^сорок/u, 40],
];
const TENS: Readonly<Record<string, number>> = { двадцять: 20, тридцять: 30, сорок: 40 };
const ENDING = /(?:ий|ій|а|я|е|є|ого|ього|ої|ьої|ому|ьому|у|ю|им|ім|ою|ьою|і|их|іх|ими|іми)$/u;

/** The ordinal numeral written in words at token `at`, from 1 to 49. */
export function ordinalAt(all: readonly Token[], at: number): { readonly value: string; readonly next: number } | undefined {
  const first = all[at];
  if (first?.is !== 'word') return undefined;
  const tens = TENS[first.text];
  const second = all[at + 1];
  if (tens !== undefined && second?.is === 'word') {
    const ones = numeral(second.text, ONES);
    return ones === undefined ? undefined : { value: String(tens + ones), next: at + 2 };
  }
  const value = numeral(first.text, TEENS) ?? numeral(first.text, ONES);
  return value === undefined ? undefined : { value: String(value), next: at + 1 };
}

function numeral(word: string, stems: readonly (readonly [RegExp, number])[]): number | undefined {
  for (const [stem, value] of stems) {
    const rest = word.replace(stem, '');
    if (rest !== word && rest.replace(ENDING, '') === '') return value;
  }
  return undefined;
}
