import type { LocalDate } from '../model/date.js';
import type { HolidayFreeRegime, HolidayRow } from '../model/working-calendar.js';

const day = (text: string): LocalDate => text as LocalDate;
const CODE = 'КЗпП України, ст. 73';
const LAW_3258 = 'Закон України від 14.07.2023 № 3258-IX';
const LAW_3107 = 'Закон України від 29.05.2023 № 3107-IX';
const LAW_2211 = 'Закон України від 16.11.2017 № 2211-VIII';

/** Holidays and days of rest of the law, each with the time it holds; a changed law closes a row and opens another. */
export const HOLIDAYS: readonly HolidayRow[] = [
  { name: 'Новий рік', day: '01-01', source: CODE, mark: 'read' },
  { name: 'Різдво Христове (7 січня)', day: '01-07', to: day('2023-07-27'), source: `${CODE}; ${LAW_3258}`, mark: 'read' },
  { name: 'Міжнародний жіночий день', day: '03-08', source: CODE, mark: 'read' },
  { name: 'Пасха', afterEaster: 0, source: CODE, mark: 'read' },
  { name: 'День праці', day: '05-01', source: CODE, mark: 'read' },
  { name: 'День праці (2 травня)', day: '05-02', to: day('2017-12-31'), source: `${CODE}; ${LAW_2211}`, mark: 'known' },
  {
    name: 'День перемоги над нацизмом у Другій світовій війні',
    day: '05-09',
    to: day('2023-06-17'),
    source: `${CODE}; ${LAW_3107}`,
    mark: 'known',
  },
  {
    name: 'День памʼяті та перемоги над нацизмом у Другій світовій війні',
    day: '05-08',
    from: day('2023-06-18'),
    source: `${CODE}; ${LAW_3107}`,
    mark: 'known',
  },
  { name: 'Трійця', afterEaster: 49, source: CODE, mark: 'read' },
  { name: 'День Конституції України', day: '06-28', source: CODE, mark: 'read' },
  {
    name: 'День Української Державності (28 липня)',
    day: '07-28',
    from: day('2022-01-01'),
    to: day('2023-07-27'),
    source: `${CODE}; ${LAW_3258}`,
    mark: 'known',
  },
  { name: 'День Української Державності', day: '07-15', from: day('2023-07-28'), source: `${CODE}; ${LAW_3258}`, mark: 'read' },
  { name: 'День незалежності України', day: '08-24', source: CODE, mark: 'read' },
  {
    name: 'День захисників і захисниць України (14 жовтня)',
    day: '10-14',
    from: day('2015-03-05'),
    to: day('2023-07-27'),
    source: `${CODE}; ${LAW_3258}`,
    mark: 'known',
  },
  { name: 'День захисників і захисниць України', day: '10-01', from: day('2023-07-28'), source: `${CODE}; ${LAW_3258}`, mark: 'read' },
  { name: 'Різдво Христове', day: '12-25', from: day('2017-11-22'), source: `${CODE}; ${LAW_2211}`, mark: 'read' },
];

/** Its end is data: the decree that ends it closes the row, or the office does under `norms:` until then. */
export const REGIMES: readonly HolidayFreeRegime[] = [
  {
    name: 'Воєнний стан',
    from: day('2022-03-24'),
    source: 'Закон України від 15.03.2022 № 2136-IX, ч. 6 ст. 6 (чинний із 24.03.2022; до того часу ст. 73 діяла)',
    mark: 'known',
  },
];
