import PizZip from 'pizzip';

export interface ZipFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The first day that a ZIP knows; ZIPs tell local time, so it is the same in every zone. */
const FIRST_DAY = new Date(1980, 0, 1);

/** The same bytes for the same files: stored as they are, without the time of day. */
export function plainZip(files: readonly ZipFile[]): Buffer {
  const zip = new PizZip();
  for (const { name, bytes } of files) zip.file(name, bytes, { date: FIRST_DAY, createFolders: false, binary: true });
  return zip.generate({ type: 'nodebuffer', compression: 'STORE', platform: 'UNIX' });
}
