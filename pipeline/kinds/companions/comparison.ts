import type { RegisteredAct } from '../../model/act.js';
import type { ComparedPart, ComparedWords } from '../../model/comparison.js';
import type { Block } from '../../model/draft.js';
import type { Sheet } from '../../model/enclosure.js';
import type { Office } from '../../model/office.js';
import { SHEET_FORM, sheetView } from './sheet-view.js';

/** What a version of a project, or the text adopted, has made of the version before: part by part the words then, the words now, and which differ. */
export function comparisonOf(registered: RegisteredAct, office: Office): readonly Sheet[] {
  const { act, registration } = registered;
  if (act.compared === undefined) return [];
  const { with: before, parts } = act.compared;
  const id = registration.project?.id ?? act.adopts ?? '';
  const body: Block[] = [
    { type: 'paragraph', text: `Порівняно з версією ${before.version} проєкту ${id}.` },
    parts.length === 0
      ? { type: 'paragraph', text: 'Заголовок, пункти й додатки не змінено.' }
      : {
          type: 'table',
          head: [['Частина', 'Було', 'Стало', 'Змінені слова']],
          rows: parts.map((part) => [nameOf(part), textOf(part.words, 'removed'), textOf(part.words, 'added'), changesOf(part)]),
          widths: [13, 31, 31, 25],
        },
  ];
  const view = sheetView(registered, office, { heading: 'ПОРІВНЯЛЬНА ТАБЛИЦЯ', body });
  return [{ name: 'comparison', view, isSigned: false, form: SHEET_FORM }];
}

function nameOf({ part, n, was }: ComparedPart): string {
  const number = n ?? was ?? '';
  switch (part) {
    case 'title':
      return 'Заголовок';
    case 'stating':
      return 'Констатуюча частина';
    case 'point':
      return n !== undefined && was !== undefined && n !== was ? `Пункт ${was} (став ${n})` : `Пункт ${number}`;
    case 'annex':
      return `Додаток ${number}`;
  }
}

/** The text before (with what was removed) or after (with what was added). */
function textOf(words: readonly ComparedWords[], own: 'removed' | 'added'): string {
  return oneLine(words.flatMap(({ how, text }) => (how === 'same' || how === own ? [text] : [])).join('')) || '–';
}

function changesOf({ words }: ComparedPart): string {
  const said = (how: ComparedWords['how']): string[] =>
    words.flatMap((run) => (run.how === how && run.text.trim() !== '' ? [`«${oneLine(run.text)}»`] : []));
  const [removed, added] = [said('removed'), said('added')];
  if (words.every(({ how }) => how === 'removed')) return 'вилучено';
  if (words.every(({ how }) => how === 'added')) return 'додано';
  if (removed.length + added.length === 0) return 'змінено номер';
  return [
    ...(removed.length > 0 ? [`вилучено: ${removed.join(', ')}`] : []),
    ...(added.length > 0 ? [`додано: ${added.join(', ')}`] : []),
  ].join('; ');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
