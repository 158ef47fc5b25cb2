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

/** A form of the archive as data: its columns, where they are from, and whether somebody has read them there (`known`: from general knowledge, to be checked). */
export interface ArchiveForm {
  readonly columns: readonly FormColumn[];
  /** Whether the numbers of the columns stand in a row under their titles. */
  readonly numbered: boolean;
  readonly source: string;
  readonly mark: 'known' | 'read';
}

/** The order that most forms are of. */
export const RULES =
  'Правила організації діловодства та архівного зберігання документів, наказ Міністерства юстиції України від 18.06.2015 № 1000/5';

type Column = (width: number) => FormColumn;
const column =
  (title: string, cell: CellName): Column =>
  (width) => ({ title, cell, width });

const position = column('№ з/п', 'position');
const note = column('Примітка', 'note');

/** Of the order's forms, which speak of cases, volumes and parts. */
const listedNumber = column('№ з/п', 'n');
const listedIndex = column('Індекс справи (тому, частини)', 'index');
const listedHeading = column('Заголовок справи (тому, частини)', 'heading');
const listedDates = column('Дата справи (тому, частини)', 'dates');
const listedSheets = column('Кількість аркушів у справі (томі, частині)', 'sheets');
const listedTerm = column('Строк зберігання справи (тому, частини)', 'term');
const listedCount = column('Кількість справ (томів, частин)', 'count');
const termAndArticles = column('Строк зберігання справи (тому, частини) і номери статей за переліком', 'term');

/** Of our own lists. */
const index = column('Індекс справи', 'index');
const heading = column('Заголовок справи', 'heading');
const dates = column('Дата справи', 'dates');
const sheets = column('Кількість аркушів', 'sheets');
const term = column('Строк зберігання', 'term');

const inventoryHead = (ofHeading: number): readonly FormColumn[] => [
  listedNumber(8),
  listedIndex(13),
  listedHeading(ofHeading),
  listedDates(16),
];

/** Forms that print tables. */
export const FORMS = {
  nomenclature: {
    columns: [index(13), listedHeading(39), listedCount(14), termAndArticles(20), note(14)],
    numbered: true,
    source: `${RULES}, номенклатура справ`,
    mark: 'read',
  },
  yearSummary: {
    columns: [
      column('За строками зберігання', 'category')(43),
      column('Разом', 'count')(15),
      column('У тому числі таких, що переходять', 'passing')(21),
      column('У тому числі з відміткою «ЕПК»', 'appraised')(21),
    ],
    numbered: false,
    source: `${RULES}, номенклатура справ, підсумковий запис`,
    mark: 'known',
  },
  permanentInventory: {
    columns: [...inventoryHead(36), listedSheets(13), note(14)],
    numbered: true,
    source: `${RULES}, розд. VII, додаток 20`,
    mark: 'known',
  },
  longTermInventory: {
    columns: [
      ...inventoryHead(26),
      listedSheets(13),
      column('Строк зберігання справи (тому, частини), номери статей за переліком', 'term')(17),
      note(11),
    ],
    numbered: true,
    source: `${RULES}, розд. VII, додаток 21`,
    mark: 'known',
  },
  personnelInventory: {
    columns: [...inventoryHead(26), listedTerm(17), listedSheets(13), note(11)],
    numbered: true,
    source: `${RULES}, розд. VII, додаток 22`,
    mark: 'known',
  },
  condition: {
    columns: [column('Особливості фізичного стану та формування справи', 'state')(70), column('Номери аркушів', 'range')(30)],
    numbered: false,
    source: `${RULES}, засвідчувальний напис справи`,
    mark: 'known',
  },
  internalInventory: {
    columns: [
      position(8),
      column('Індекс документа', 'number')(14),
      column('Дата документа', 'date')(15),
      column('Заголовок документа', 'title')(37),
      column('Номери аркушів справи', 'range')(14),
      note(12),
    ],
    numbered: true,
    source: `${RULES}, внутрішній опис документів справи`,
    mark: 'known',
  },
  destruction: {
    columns: [
      position(5),
      column('Заголовок справи або груповий заголовок справ', 'heading')(16),
      column('Дата справи або крайні дати справ', 'dates')(13),
      column('Номери описів (номенклатур) за рік (роки)', 'listedBy')(15),
      column('Індекс справи (тому, частини) за номенклатурою або номер справи за описом', 'index')(16),
      listedCount(11),
      termAndArticles(13),
      note(11),
    ],
    numbered: true,
    source: `${RULES}, акт про вилучення для знищення документів, не внесених до Національного архівного фонду`,
    mark: 'known',
  },
  acceptance: {
    columns: [position(9), column('Найменування, номер опису', 'title')(61), column('Кількість примірників опису', 'copies')(16), note(14)],
    numbered: true,
    source: `${RULES}, акт приймання-передавання документів`,
    mark: 'known',
  },
  appraisal: {
    columns: [position(8), index(13), heading(33), dates(16), term(14), column('Рішення комісії', 'decision')(16)],
    numbered: false,
    source: 'Регламент, п. 28.3, 28.4',
    mark: 'known',
  },
  cases: {
    columns: [position(8), index(13), heading(37), dates(17), sheets(12), note(13)],
    numbered: false,
    source: 'Регламент, п. 4.17, 28.2',
    mark: 'known',
  },
  handover: {
    columns: [position(7), index(11), heading(30), dates(15), sheets(12), term(14), note(11)],
    numbered: false,
    source: 'Регламент, п. 14.8, 28.10',
    mark: 'known',
  },
  rework: {
    columns: [position(8), column('№ за описом', 'n')(11), index(13), heading(33), column('Що виправити', 'faults')(35)],
    numbered: false,
    source: 'Регламент, п. 28.9',
    mark: 'known',
  },
} as const satisfies Readonly<Record<string, ArchiveForm>>;
