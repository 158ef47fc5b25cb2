/** What a cell of a form says; `kinds/archive-cells.ts` makes the words. */
export type CellName =
  | 'position'
  | 'n'
  | 'index'
  | 'heading'
  | 'dates'
  | 'sheets'
  | 'term'
  | 'note'
  | 'count'
  | 'decision'
  | 'listedBy'
  | 'faults'
  | 'number'
  | 'date'
  | 'title'
  | 'range'
  | 'category'
  | 'passing'
  | 'appraised'
  | 'copies'
  | 'state';

export interface FormColumn {
  readonly title: string;
  readonly cell: CellName;
  /** Relative width, per cent. */
  readonly width: number;
}

/** A form of the archive as data: its columns and sentences, where they are from, and whether somebody has read them there (`known`: from general knowledge, to be checked). */
export interface ArchiveForm {
  readonly columns: readonly FormColumn[];
  /** Whether the numbers of the columns stand in a row under their titles. */
  readonly numbered: boolean;
  readonly source: string;
  readonly mark: 'known' | 'read';
}

const RULES =
  'Правила організації діловодства та архівного зберігання документів, наказ Міністерства юстиції України від 18.06.2015 № 1000/5';

const column = (title: string, cell: CellName, width: number): FormColumn => ({ title, cell, width });

const INVENTORY_HEAD = [
  column('№ з/п', 'n', 8),
  column('Індекс справи (тому, частини)', 'index', 13),
  column('Заголовок справи (тому, частини)', 'heading', 36),
  column('Дата справи (тому, частини)', 'dates', 16),
];
const SHEETS = column('Кількість аркушів у справі (томі, частині)', 'sheets', 13);
const TERM = column('Строк зберігання справи (тому, частини), номери статей за переліком', 'term', 17);

/** Forms that print tables. */
export const FORMS = {
  nomenclature: {
    columns: [
      column('Індекс справи', 'index', 13),
      column('Заголовок справи (тому, частини)', 'heading', 39),
      column('Кількість справ (томів, частин)', 'count', 14),
      column('Строк зберігання справи (тому, частини) і номери статей за переліком', 'term', 20),
      column('Примітка', 'note', 14),
    ],
    numbered: true,
    source: `${RULES}, номенклатура справ`,
    mark: 'read',
  },
  yearSummary: {
    columns: [
      column('За строками зберігання', 'category', 43),
      column('Разом', 'count', 15),
      column('У тому числі таких, що переходять', 'passing', 21),
      column('У тому числі з відміткою «ЕПК»', 'appraised', 21),
    ],
    numbered: false,
    source: `${RULES}, номенклатура справ, підсумковий запис`,
    mark: 'known',
  },
  permanentInventory: {
    columns: [...INVENTORY_HEAD, SHEETS, column('Примітка', 'note', 14)],
    numbered: true,
    source: `${RULES}, розд. VII, додаток 20`,
    mark: 'known',
  },
  longTermInventory: {
    columns: [
      ...INVENTORY_HEAD.map((part) => (part.cell === 'heading' ? { ...part, width: 26 } : part)),
      SHEETS,
      TERM,
      column('Примітка', 'note', 11),
    ],
    numbered: true,
    source: `${RULES}, розд. VII, додаток 21`,
    mark: 'known',
  },
  personnelInventory: {
    columns: [
      ...INVENTORY_HEAD.map((part) => (part.cell === 'heading' ? { ...part, width: 26 } : part)),
      column('Строк зберігання справи (тому, частини)', 'term', 17),
      SHEETS,
      column('Примітка', 'note', 11),
    ],
    numbered: true,
    source: `${RULES}, розд. VII, додаток 22`,
    mark: 'known',
  },
  condition: {
    columns: [column('Особливості фізичного стану та формування справи', 'state', 70), column('Номери аркушів', 'range', 30)],
    numbered: false,
    source: `${RULES}, засвідчувальний напис справи`,
    mark: 'known',
  },
  internalInventory: {
    columns: [
      column('№ з/п', 'position', 8),
      column('Індекс документа', 'number', 14),
      column('Дата документа', 'date', 15),
      column('Заголовок документа', 'title', 37),
      column('Номери аркушів справи', 'range', 14),
      column('Примітка', 'note', 12),
    ],
    numbered: true,
    source: `${RULES}, внутрішній опис документів справи`,
    mark: 'known',
  },
  destruction: {
    columns: [
      column('№ з/п', 'position', 5),
      column('Заголовок справи або груповий заголовок справ', 'heading', 14),
      column('Дата справи або крайні дати справ', 'dates', 13),
      column('Номери описів (номенклатур) за рік (роки)', 'listedBy', 15),
      column('Індекс справи (тому, частини) за номенклатурою або номер справи за описом', 'index', 17),
      column('Кількість справ (томів, частин)', 'count', 11),
      column('Строк зберігання справи (тому, частини) і номери статей за переліком', 'term', 13),
      column('Примітка', 'note', 12),
    ],
    numbered: true,
    source: `${RULES}, акт про вилучення для знищення документів, не внесених до Національного архівного фонду`,
    mark: 'known',
  },
  acceptance: {
    columns: [
      column('№ з/п', 'position', 9),
      column('Найменування, номер опису', 'title', 61),
      column('Кількість примірників опису', 'copies', 16),
      column('Примітка', 'note', 14),
    ],
    numbered: true,
    source: `${RULES}, акт приймання-передавання документів`,
    mark: 'known',
  },
  appraisal: {
    columns: [
      column('№ з/п', 'position', 8),
      column('Індекс справи', 'index', 13),
      column('Заголовок справи', 'heading', 33),
      column('Дата справи', 'dates', 16),
      column('Строк зберігання', 'term', 14),
      column('Рішення комісії', 'decision', 16),
    ],
    numbered: false,
    source: 'Регламент, п. 28.3, 28.4',
    mark: 'known',
  },
  cases: {
    columns: [
      column('№ з/п', 'position', 8),
      column('Індекс справи', 'index', 13),
      column('Заголовок справи', 'heading', 37),
      column('Дата справи', 'dates', 17),
      column('Кількість аркушів', 'sheets', 12),
      column('Примітка', 'note', 13),
    ],
    numbered: false,
    source: 'Регламент, п. 4.17, 14.8, 28.10',
    mark: 'known',
  },
  rework: {
    columns: [
      column('№ з/п', 'position', 8),
      column('№ за описом', 'n', 11),
      column('Індекс справи', 'index', 13),
      column('Заголовок справи', 'heading', 33),
      column('Що виправити', 'faults', 35),
    ],
    numbered: false,
    source: 'Регламент, п. 28.9',
    mark: 'known',
  },
} as const satisfies Readonly<Record<string, ArchiveForm>>;

/** A sentence of a form with places for words in braces. */
export interface FormSentence {
  readonly text: string;
  readonly source: string;
  readonly mark: 'known' | 'read';
}

const sentence = (text: string, source: string, mark: FormSentence['mark'] = 'known'): FormSentence => ({ text, source, mark });

export const SENTENCES = {
  yearSummary: sentence('Підсумковий запис про категорії та кількість справ, складених у {year} році', `${RULES}, номенклатура справ`),
  inventory: sentence(
    'У цей розділ опису внесено {cases} {range}, у тому числі: літерні номери: {lettered}; пропущені номери: {skipped}.',
    `${RULES}, розд. VII, підсумковий запис`,
  ),
  certified: sentence(
    'У справі підшито (вкладено) і пронумеровано {sheets}, {range}, у тому числі: літерні номери аркушів: {lettered}; пропущені номери аркушів: {skipped}.',
    `${RULES}, засвідчувальний напис справи`,
  ),
  withInternal: sentence('Крім того, аркушів внутрішнього опису: {inner}.', `${RULES}, засвідчувальний напис справи`),
  internalDocuments: sentence('Разом {documents}.', `${RULES}, внутрішній опис документів справи`, 'read'),
  internalSheets: sentence('Кількість аркушів внутрішнього опису: {sheets}.', `${RULES}, внутрішній опис документів справи`, 'read'),
  destroyed: sentence('Разом {cases} за {years}.', `${RULES}, акт про вилучення для знищення документів`),
  destructionGround: sentence(
    'На підставі Переліку типових документів (наказ Міністерства юстиції України від 12.04.2012 № 578/5) відібрано до знищення як такі, що не мають культурної цінності та втратили практичне значення, документи:',
    `${RULES}, акт про вилучення для знищення документів`,
  ),
  destructionMark: sentence(
    'Документи знищено: спосіб знищення ____________________, дата «____» ____________ ______ року.',
    `${RULES}, акт про вилучення для знищення документів`,
  ),
  accepted: sentence('Фактично прийнято {cases}.', 'Регламент, п. 28.9', 'read'),
  missing: sentence('Номери відсутніх справ: {missing}.', 'Регламент, п. 28.9', 'read'),
  returned: sentence('Повернуто на доопрацювання: {returned}.', 'Регламент, п. 28.9', 'read'),
  acceptedOn: sentence('Дата приймання-передавання: {date}.', 'Регламент, п. 28.9', 'read'),
  temporary: sentence(
    'Справи тимчасового строку зберігання: {cases}. Документи не підшито, аркуші не пронумеровано (п. 28.7 Регламенту).',
    'Регламент, п. 28.7',
    'read',
  ),
  counted: sentence(
    'У підрозділі зберігається {cases}, у тому числі віднесених до Національного архівного фонду: {fund}.',
    'Регламент, п. 14.8',
    'read',
  ),
} as const satisfies Readonly<Record<string, FormSentence>>;
