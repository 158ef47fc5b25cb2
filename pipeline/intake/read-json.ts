import { type AnyNode, type ObjectNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import { pointerTo } from '../model/finding.js';
import { scanJson } from './json-scan.js';
import {
  type Bounds,
  type Flaw,
  type RawMember,
  type RawObject,
  type RawReading,
  type RawValue,
  type Unreadable,
  unreadable,
} from './raw.js';
import { shownKey } from './wording.js';

/**
 * Reads one JSON object, strictly by RFC 8259: no comments, no trailing commas, nothing after it. A repeated key is a flaw named by the key; its
 * first value counts.
 */
export function readJson(text: string, bounds: Bounds): RawReading {
  if (text.trim() === '') return brokenOff('Файл порожній', 0);
  const scan = scanJson(text, bounds);
  if (scan.tooDeepAt !== null) return tooDeep(scan.tooDeepAt, bounds.depth);
  if (scan.tooManyAt !== null) return tooManyParts(scan.tooManyAt, bounds.parts);
  const parsed = parseStrictly(text);
  const isBroken = scan.isOpenAtEnd && (parsed.ok || parsed.at === null || parsed.at >= scan.lastTokenAt);
  if (isBroken && scan.bareControlAt === null) return brokenOff('Файл обривається: не закрито дужку або лапки', text.trimEnd().length);
  if (scan.bareControlAt !== null && (parsed.ok || (parsed.at ?? 0) >= scan.bareControlAt)) return bareControl(text, scan.bareControlAt);
  if (!parsed.ok) return malformed(text, parsed.at ?? scan.lastTokenAt);
  if (parsed.body.type !== 'Object') {
    return unreadable({
      rule: 'T-type',
      at: offsetOf(parsed.body),
      message: 'Файл має містити один проєкт документа',
      expected: 'обʼєкт у фігурних дужках { … }',
      hint: 'Якщо проєктів кілька, подайте кожен окремим файлом.',
    });
  }
  const flaws: Flaw[] = [];
  return { readable: true, root: rawObject(parsed.body, '', text, flaws), flaws };
}

type Parsed = { readonly ok: true; readonly body: ValueNode } | { readonly ok: false; readonly at: number | null };

/** Momoa reports a fault as an error with an offset; where the text ends too early the offset may be that of an older token. */
function parseStrictly(text: string): Parsed {
  try {
    return { ok: true, body: parse(text, { mode: 'json', ranges: true }).body };
  } catch (error) {
    if (!(error instanceof Error) || !('offset' in error) || typeof error.offset !== 'number') throw error;
    return { ok: false, at: error.constructor.name === 'UnexpectedEOF' ? null : error.offset };
  }
}

function rawObject(node: ObjectNode, pointer: string, text: string, flaws: Flaw[]): RawObject {
  const members = new Map<string, RawMember>();
  for (const { name, value } of node.members) {
    const key = name.type === 'String' ? name.value : name.name;
    const at = offsetOf(name);
    const own = pointerTo(pointer, shownKey(key));
    if (members.has(key)) {
      flaws.push({
        rule: 'T-duplicate',
        pointer: own,
        at,
        message: `Поле «${shownKey(key)}» указано двічі`,
        expected: 'кожне поле — один раз',
        hint: 'Залиште одне з них.',
      });
    } else members.set(key, { at, value: rawValue(value, own, text, flaws) });
  }
  return { is: 'object', at: offsetOf(node), members };
}

function rawValue(node: ValueNode, pointer: string, text: string, flaws: Flaw[]): RawValue {
  const at = offsetOf(node);
  switch (node.type) {
    case 'Object':
      return rawObject(node, pointer, text, flaws);
    case 'Array':
      return {
        is: 'list',
        at,
        items: node.elements.map((element, index) => rawValue(element.value, pointerTo(pointer, index), text, flaws)),
      };
    case 'String':
      return { is: 'text', at, value: node.value };
    case 'Number':
      return { is: 'number', at, value: node.value, source: text.slice(at, node.loc.end.offset) };
    case 'Boolean':
      return { is: 'boolean', at, value: node.value };
    case 'Null':
      return { is: 'null', at };
    case 'NaN':
    case 'Infinity':
      throw new TypeError(`${node.type} is no strict JSON, yet the parser gave it`);
  }
}

function offsetOf(node: AnyNode): number {
  return node.loc.start.offset;
}

function brokenOff(message: string, at: number): Unreadable {
  return unreadable(
    {
      rule: 'T-broken-off',
      at,
      message,
      expected: 'повний файл із закритими дужками',
      hint: 'Збережіть проєкт ще раз і подайте весь файл.',
    },
    true,
  );
}

function tooDeep(at: number, maxDepth: number): Unreadable {
  return unreadable({
    rule: 'T-depth',
    at,
    message: 'Забагато рівнів вкладення',
    expected: `не більше ${maxDepth} рівнів`,
    hint: 'Приберіть зайві дужки.',
  });
}

function tooManyParts(at: number, most: number): Unreadable {
  return unreadable({
    rule: 'T-size',
    at,
    message: 'Файл має забагато полів, значень і розділових знаків',
    expected: `разом не більше ${most}`,
    hint: 'Перевірте, чи справді це проєкт документа, і збережіть його ще раз.',
  });
}

function bareControl(text: string, at: number): Unreadable {
  const isBreak = text[at] === '\n' || text[at] === '\r';
  return unreadable({
    rule: 'T-json',
    at,
    message: isBreak ? 'Текст у лапках розірвано на два рядки або не закрито лапки' : 'У тексті в лапках стоїть керівний знак',
    expected: 'текст у лапках одним рядком, без табуляцій і керівних знаків',
    hint: isBreak ? 'Закрийте лапки або зʼєднайте рядки.' : 'Замініть цей знак на пропуск.',
  });
}

function malformed(text: string, at: number): Unreadable {
  const found = text.codePointAt(at);
  const sign = found === undefined ? 'кінець файлу' : `«${String.fromCodePoint(found)}»`;
  const rest = text.slice(at);
  const hint = /^[}\]]/.test(rest)
    ? 'Перевірте, чи немає зайвої коми перед цією дужкою.'
    : /^\/[/*]/.test(rest)
      ? 'Приберіть примітку: у JSON приміток не буває.'
      : /^["{[]/.test(rest)
        ? 'Перевірте, чи стоїть кома між полями і чи закрито попередні лапки.'
        : 'Перевірте лапки, коми та дужки в цьому рядку й у попередньому.';
  return unreadable({
    rule: 'T-json',
    at,
    message: `Файл записано з помилкою: тут не може стояти ${sign}`,
    expected: 'правильний запис JSON',
    hint,
  });
}
