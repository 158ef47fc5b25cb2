import type { StorageCategory } from '../../model/retention.js';

/** How a category of cases is named to a clerk: in words, with its key in brackets. */
export const CATEGORY_NAMED: Readonly<Record<StorageCategory, string>> = {
  permanent: 'постійного зберігання (permanent)',
  personnel: 'з кадрових питань (personnel)',
  'long-term': 'тривалого зберігання (long-term)',
  temporary: 'тимчасового зберігання (temporary)',
};
