import { RULES } from './archive-forms.js';

/** A sentence of a form with places for words in braces. */
export interface FormSentence {
  readonly text: string;
  readonly source: string;
  readonly mark: 'known' | 'read';
}

const sentence = (text: string, source: string, mark: FormSentence['mark'] = 'known'): FormSentence => ({ text, source, mark });

const NOMENCLATURE = `${RULES}, номенклатура справ`;
const CERTIFYING = `${RULES}, засвідчувальний напис справи`;
const INTERNAL = `${RULES}, внутрішній опис документів справи`;
const COVER = `${RULES}, обкладинка справи`;
const DESTRUCTION = `${RULES}, акт про вилучення для знищення документів, не внесених до Національного архівного фонду`;

/** What forms say in words. */
export const SENTENCES = {
  yearSummary: sentence('Підсумковий запис про категорії та кількість справ, складених у {year} році', NOMENCLATURE),
  fund: sentence('Фонд № {number}', COVER),
  listNumber: sentence('Опис № {number}', COVER),
  caseNumber: sentence('Справа № {number}', COVER),
  begun: sentence('Розпочато: {date}', COVER),
  ended: sentence('Закінчено: {date}', COVER),
  onSheets: sentence('На {sheets}', COVER),
  kept: sentence('Зберігати: {term}', COVER),
  inventory: sentence(
    'У цей розділ опису внесено {cases} {range}, у тому числі: літерні номери: {lettered}; пропущені номери: {skipped}.',
    `${RULES}, розд. VII, підсумковий запис`,
  ),
  certified: sentence(
    'У справі підшито (вкладено) і пронумеровано {sheets}, {range}, у тому числі: літерні номери аркушів: {lettered}; пропущені номери аркушів: {skipped}.',
    CERTIFYING,
  ),
  withInternal: sentence('Крім того, аркушів внутрішнього опису: {inner}.', CERTIFYING),
  internalDocuments: sentence('Разом {documents}.', INTERNAL, 'read'),
  internalSheets: sentence('Кількість аркушів внутрішнього опису: {sheets}.', INTERNAL, 'read'),
  destructionGround: sentence(
    'На підставі Переліку типових документів (наказ Міністерства юстиції України від 12.04.2012 № 578/5) відібрано до знищення як такі, що не мають культурної цінності та втратили практичне значення, документи:',
    DESTRUCTION,
  ),
  destroyed: sentence('Разом {cases} за {years}.', DESTRUCTION),
  permanentApproved: sentence('Описи справ постійного зберігання за ці роки схвалено: {inventories}.', DESTRUCTION),
  destructionLeave: sentence('Дозвіл архівного відділу: {leave}.', 'Регламент, п. 28.2', 'read'),
  destructionMark: sentence('Документи знищено: спосіб знищення ____________________, дата «____» ____________ ______ року.', DESTRUCTION),
  accepted: sentence('Фактично прийнято {cases}.', 'Регламент, п. 28.9', 'read'),
  missing: sentence('Номери відсутніх справ: {missing}.', 'Регламент, п. 28.9', 'read'),
  returned: sentence('Повернуто на доопрацювання: {returned}.', 'Регламент, п. 28.9', 'read'),
  acceptedOn: sentence('Дата приймання-передавання: {date}.', 'Регламент, п. 28.9', 'read'),
  temporary: sentence(
    'Справи тимчасового строку зберігання: {cases}. Документи не підшито, аркуші не пронумеровано (п. 28.7 Регламенту).',
    'Регламент, п. 28.7',
    'read',
  ),
  held: sentence('Справи не підлягають знищенню до окремого розпорядження:', 'Регламент, п. 28.2'),
  freed: sentence('Заборону знищення знято зі справ:', 'Регламент, п. 28.2'),
  lendingLeave: sentence('Дозвіл міського голови (п. 4.17 Регламенту): {leave}.', 'Регламент, п. 4.17', 'read'),
  lent: sentence('Разом вилучено {cases}. На місці вилучених документів залишено засвідчені копії.', 'Регламент, п. 4.17'),
  takenBack: sentence('Разом повернуто {cases}.', 'Регламент, п. 4.17'),
  passedOn: sentence('Разом передано {cases}.', 'Регламент, п. 28.10'),
  counted: sentence(
    'У підрозділі зберігається {cases}, у тому числі віднесених до Національного архівного фонду: {fund}.',
    'Регламент, п. 14.8',
    'read',
  ),
  countedByTerms: sentence('За строками зберігання: {terms}.', 'Регламент, п. 14.8'),
} as const satisfies Readonly<Record<string, FormSentence>>;
