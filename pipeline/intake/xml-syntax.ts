import { type Unreadable, unreadable } from './raw.js';
import { shownKey } from './wording.js';
import type { BadReference } from './xml-characters.js';

/** Stops the reading of a document that is not well-formed; never leaves the reader. */
export class XmlSyntaxError extends Error {
  constructor(readonly unreadable: Unreadable) {
    super(unreadable.flaw.message);
    this.name = 'XmlSyntaxError';
  }
}

/** What is wrong with a document's syntax, said to a clerk. Each gives an error to throw. */
export const syntax = {
  endsTooEarly: (at: number, open: string | undefined) =>
    new XmlSyntaxError(
      unreadable(
        {
          rule: 'T-broken-off',
          at,
          message: open === undefined ? 'Файл обривається на початку' : `Файл обривається: не закрито елемент <${shownKey(open)}>`,
          expected: 'повний файл, останній рядок якого закриває кореневий елемент',
          hint: 'Збережіть проєкт ще раз і подайте весь файл.',
        },
        true,
      ),
    ),
  doctype: (at: number) =>
    new XmlSyntaxError(
      unreadable({
        rule: 'T-doctype',
        at,
        message: 'Файл містить оголошення DOCTYPE, а проєкти документів його не мають',
        expected: 'файл без DOCTYPE і без оголошень сутностей',
        hint: 'Приберіть оголошення <!DOCTYPE …> повністю.',
      }),
    ),
  tooDeep: (at: number, maxDepth: number) =>
    new XmlSyntaxError(
      unreadable({
        rule: 'T-depth',
        at,
        message: 'Забагато рівнів вкладення',
        expected: `не більше ${maxDepth} рівнів`,
        hint: 'Приберіть зайві елементи, вкладені один в один.',
      }),
    ),
  tooManyParts: (at: number, most: number) =>
    new XmlSyntaxError(
      unreadable({
        rule: 'T-size',
        at,
        message: 'Файл має забагато елементів, атрибутів і приміток',
        expected: `разом не більше ${most}`,
        hint: 'Перевірте, чи справді це проєкт документа, і збережіть його ще раз.',
      }),
    ),
  reference: (at: number, { kind, written }: BadReference) => {
    const shown = written.slice(0, 40);
    if (kind === 'entity') return malformed(at, `Сутність ${shown} не оголошено`, 'Напишіть сам знак; нерозривний пропуск — це &#160;.');
    if (kind === 'character')
      return malformed(at, `Посилання ${shown} веде на знак, якого в тексті бути не може`, 'Приберіть це посилання.');
    return malformed(at, 'Знак «&» стоїть сам по собі', 'Замініть його на &amp;.');
  },
  character: (at: number, code: number) =>
    malformed(at, `Файл містить керівний знак U+${code.toString(16).toUpperCase().padStart(4, '0')}`, 'Приберіть цей знак.'),
  endTag: (at: number, found: string, open: string | undefined) =>
    open === undefined
      ? malformed(at, `Закривається елемент </${shownKey(found)}>, якого не відкрито`, 'Приберіть зайвий закривальний тег.')
      : malformed(
          at,
          `Закривається </${shownKey(found)}>, а відкрито <${shownKey(open)}>`,
          `Закрийте спершу <${shownKey(open)}> тегом </${shownKey(open)}>.`,
        ),
  repeatedAttribute: (at: number, name: string) =>
    malformed(at, `Атрибут «${shownKey(name)}» указано двічі в одному елементі`, 'Залиште один із них.'),
  attributeValue: (at: number, name: string) =>
    malformed(
      at,
      `Значення атрибута «${shownKey(name)}» записано неправильно`,
      `Запишіть так: ${shownKey(name)}="значення"; знак < у значенні — це &lt;.`,
    ),
  attributeSpace: (at: number) => malformed(at, 'Між атрибутами немає пропуску', 'Поставте пропуск перед назвою атрибута.'),
  name: (at: number) => malformed(at, 'Тут має стояти назва елемента чи атрибута', 'Якщо це знак «<» у тексті, замініть його на &lt;.'),
  qualifiedName: (at: number, name: string) =>
    malformed(at, `Назва «${shownKey(name)}» має зайву двокрапку`, 'Напишіть назву без двокрапки.'),
  prefix: (at: number, prefix: string) =>
    malformed(
      at,
      `Префікс «${shownKey(prefix)}» не оголошено`,
      `Приберіть префікс або оголосіть його: xmlns:${shownKey(prefix)}="urn:regesta:draft:1".`,
    ),
  namespaceDeclaration: (at: number) =>
    malformed(at, 'Неправильне оголошення простору імен', 'Залиште одне оголошення: xmlns="urn:regesta:draft:1".'),
  tagEnd: (at: number, name: string) => malformed(at, `Тег <${shownKey(name)}> не закрито знаком «>»`, 'Поставте «>» у кінці тега.'),
  comment: (at: number) => malformed(at, 'Примітка містить два дефіси поспіль', 'Замініть «--» усередині примітки на тире.'),
  cdataEnd: (at: number) => malformed(at, 'У тексті стоїть «]]>»', 'Замініть його на ]]&gt;.'),
  markup: (at: number) => malformed(at, 'Тут не може стояти «<!»', 'Приберіть це оголошення.'),
  declaration: (at: number) =>
    malformed(
      at,
      'Оголошення <?xml …?> записано неправильно або не на самому початку файлу',
      'Поставте в першому рядку <?xml version="1.0" encoding="UTF-8"?>.',
    ),
  instruction: (at: number) => malformed(at, 'Інструкцію <?…?> записано неправильно', 'Приберіть її.'),
  outsideRoot: (at: number) =>
    malformed(at, 'Поза кореневим елементом стоїть зайвий текст або другий кореневий елемент', 'Залиште у файлі один проєкт.'),
} as const;

function malformed(at: number, message: string, hint: string): XmlSyntaxError {
  return new XmlSyntaxError(unreadable({ rule: 'T-xml', at, message, expected: 'правильний запис XML', hint }));
}
