import { execFileSync } from 'node:child_process';
import { link, mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Made, type Makers, soundDraft } from './made.js';

const sound = (id: string): Buffer => Buffer.from(JSON.stringify(soundDraft(id)));
/** A sound draft under a name that is none. */
const named = (id: string, name: string | Buffer): Made => ({ name, bytes: sound(id) });
const put = (name: string, action: (path: string) => Promise<unknown>): Made => ({
  name,
  async put(path) {
    await action(path);
  },
});

export const placeMakers: Makers = {
  'file-empty': () => ({ name: 'file-empty.json', bytes: Buffer.alloc(0) }),
  'file-empty-zip': () => ({ name: 'file-empty-zip.zip', bytes: Buffer.alloc(0) }),
  'file-blank': () => ({ name: 'file-blank.xml', bytes: Buffer.from(' \r\n\t') }),
  'file-reserved': () => ({
    name: 'file-reserved.json',
    bytes: Buffer.concat([sound('file-reserved').subarray(0, 900), Buffer.alloc(5000)]),
  }),
  'file-zeros': () => ({ name: 'file-zeros.xml', bytes: Buffer.alloc(5000) }),
  'file-huge': () => ({ name: 'file-huge.json', bytes: Buffer.alloc(33_000_000, ' ') }),
  'file-docx': () => ({ name: 'file-docx.docx', bytes: Buffer.from('PK\u0003\u0004') }),
  'file-no-extension': () => named('file-no-extension', 'file-no-extension'),
  'file-program': () => named('file-program', 'file-program.json.exe'),
  'name-upper': () => named('name-upper', 'NAME-UPPER.JSON'),
  'name-spaces': () => named('name-spaces', ' проєкт  рішення № 1 .json'),
  'name-quotes': () => named('name-quotes', `"про'єкт" \`рішення\`; --.json`),
  'name-newline': () => named('name-newline', 'два\nрядки\r.json'),
  'name-dash': () => named('name-dash', '-rf --help.json'),
  'name-shell': () => named('name-shell', '$(touch sentinel) %s%n {{x}} {#y}.json'),
  'name-markup': () => named('name-markup', '<img src=x onerror=alert(1)>&amp;.json'),
  'name-escape': () => named('name-escape', '\u001B[31mчервоне\u001B]0;назва\u0007.json'),
  'name-long': () => named('name-long', `${'ї'.repeat(125)}.json`),
  'name-emoji': () => named('name-emoji', '📄👩‍💻.json'),
  'name-turned': () => named('name-turned', 'проєкт\u202Enosj.json'),
  'name-bytes': () => named('name-bytes', Buffer.concat([Buffer.from([0xcf, 0xf0, 0xee, 0xff]), Buffer.from('.json')])),
  'name-report': () => ({ name: 'report.json', bytes: Buffer.from('{"kind":"x"}') }),
  'name-report-html': () => ({ name: 'REPORT.html', bytes: Buffer.from('<html></html>') }),
  'name-claim': () => named('name-claim', 'claim.json'),
  'name-last-dot': () => named('name-last-dot', 'name-last-dot.json.'),
  'name-last-space': () => named('name-last-space', 'name-last-space.json '),
  'name-windows': () => named('name-windows', 'CON.json'),
  'name-half-loaded': () => named('name-half-loaded', 'name-half-loaded.json.crdownload'),
  'name-dots': () => named('name-dots', '...json'),
  'name-hidden': () => named('name-hidden', '.name-hidden.json'),
  'name-office-lock': () => named('name-office-lock', '~$name.json'),
  'twin-lower': () => named('twin-lower', 'twin.json'),
  'twin-upper': () => named('twin-upper', 'Twin.json'),
  'twin-nfc': () => named('twin-nfc', 'їй.json'),
  'twin-nfd': () => named('twin-nfd', 'їй.json'.normalize('NFD')),
  folder: () =>
    put('folder', async (path) => {
      await mkdir(join(path, 'у ній', 'глибше'), { recursive: true });
      await writeFile(join(path, 'у ній', 'глибше', 'a.json'), sound('folder'));
      await symlink('/etc', join(path, 'etc'));
    }),
  'folder-named-json': () => put('folder-named.json', mkdir),
  'link-to-file': () => put('link-to-file.json', (path) => symlink(join(path, '../../../sentinel/keep.txt'), path)),
  'link-to-draft': () => put('link-to-draft.json', (path) => symlink(join(path, '../../samples/02-pro-orendu.json'), path)),
  'link-to-folder': () => put('link-to-folder.json', (path) => symlink(join(path, '../../../sentinel'), path)),
  'link-to-nothing': () => put('link-to-nothing.json', (path) => symlink('/nowhere/at/all', path)),
  'link-to-passwords': () => put('link-to-passwords.json', (path) => symlink('/etc/passwd', path)),
  'link-to-zeros': () => put('link-to-zeros.json', (path) => symlink('/dev/zero', path)),
  'link-to-itself': () => put('link-to-itself.json', (path) => symlink('link-to-itself.json', path)),
  'link-hard': () =>
    put('link-hard.json', async (path) => {
      const other = join(path, '../../../sentinel/hard.json');
      await link(other, path);
    }),
  pipe: () => put('pipe.json', async (path) => execFileSync('mkfifo', [path])),
  device: () => put('device.json', async (path) => execFileSync('mknod', [path, 'c', '1', '5'])),
  socket: () =>
    put('socket.json', async (path) => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(path, resolve));
      // Closing removes the file: the process that listens lives as long as the test.
      server.unref();
    }),
};
