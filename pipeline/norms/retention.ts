import type { LocalDate } from '../model/date.js';
import type { RetentionArticle } from '../model/retention.js';

const ORDER = 'Перелік типових документів, наказ Міністерства юстиції України від 12.04.2012 № 578/5';
const from = '2013-01-01' as LocalDate;

/** Of documents kept for ever. */
const permanent = (article: string, documents: string, mark: RetentionArticle['mark']): RetentionArticle => ({
  article,
  documents,
  category: 'permanent',
  words: 'Постійно',
  isAppraised: false,
  from,
  source: `${ORDER}, ст. ${article}`,
  mark,
});

interface Years {
  readonly category: RetentionArticle['category'];
  readonly years: number;
  readonly isAppraised?: boolean;
  /** Where the words say more than the years. */
  readonly words?: string;
  readonly mark: RetentionArticle['mark'];
}

const kept = (article: string, documents: string, { category, years, isAppraised = false, words, mark }: Years): RetentionArticle => ({
  article,
  documents,
  category,
  years,
  words: words ?? `${years} р.${isAppraised ? ' ЕПК' : ''}`,
  isAppraised,
  from,
  source: `${ORDER}, ст. ${article}`,
  mark,
});

/**
 * Terms of storage of what a council's offices make, by articles of the list of typical documents. Rows marked `weak` were not read in the order itself.
 */
export const RETENTION: readonly RetentionArticle[] = [
  permanent('7-а', 'Протоколи засідань виконавчого комітету, рішення з додатками', 'read'),
  permanent('14-а', 'Протоколи нарад у керівника', 'read'),
  permanent('16-а', 'Розпорядження з основної діяльності', 'read'),
  kept('16-б', 'Розпорядження з кадрових питань тривалого строку зберігання', { category: 'personnel', years: 75, mark: 'read' }),
  kept('16-б-короткі', 'Розпорядження про відпустки, короткострокові відрядження, стягнення', {
    category: 'temporary',
    years: 5,
    mark: 'read',
  }),
  kept('16-в', 'Розпорядження з адміністративно-господарських питань', { category: 'temporary', years: 5, mark: 'known' }),
  kept('22', 'Листування з основних питань діяльності', { category: 'temporary', years: 5, isAppraised: true, mark: 'weak' }),
  kept('82-б', 'Звернення громадян', { category: 'temporary', years: 5, mark: 'known' }),
  kept('85', 'Запити на публічну інформацію', { category: 'temporary', years: 5, isAppraised: true, mark: 'weak' }),
  permanent('121-а', 'Журнали реєстрації рішень і розпоряджень з основної діяльності', 'read'),
  kept('121-б', 'Журнали реєстрації розпоряджень з кадрових питань', { category: 'personnel', years: 75, mark: 'known' }),
  kept('121-в', 'Журнали реєстрації розпоряджень з адміністративно-господарських питань', {
    category: 'temporary',
    years: 5,
    mark: 'known',
  }),
  kept('122', 'Журнали реєстрації вхідних і вихідних документів', { category: 'temporary', years: 3, mark: 'known' }),
  permanent('131', 'Акти про вилучення документів для знищення', 'weak'),
  permanent('137-а', 'Описи справ постійного зберігання', 'weak'),
  permanent('157-а', 'Плани роботи на рік', 'weak'),
  kept('330', 'Договори господарські', {
    category: 'temporary',
    years: 3,
    words: '3 р. після закінчення строку дії договору',
    mark: 'weak',
  }),
];
