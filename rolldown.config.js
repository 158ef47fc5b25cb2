import { dirname, resolve, sep } from 'node:path';

/**
 * Folders of very many small modules, each made one file after tsc: a process would else spend a quarter of its start on opening them. What they import
 * from elsewhere stays where it is.
 */
const FOLDERS = ['clauses', 'kinds'].map((name) => resolve('dist', name));

export default FOLDERS.map((folder) => ({
  input: `${folder}/index.js`,
  platform: 'node',
  external: (id, importer) => !/^[./]/.test(id) || (importer !== undefined && !resolve(dirname(importer), id).startsWith(folder + sep)),
  output: { file: `${folder}/index.js`, format: 'esm', sourcemap: true },
}));
