import { crc32 } from 'node:zlib';

export interface ZipFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The same for the same files: stored, without dates, names in UTF-8, one after another with nothing between them (APPNOTE 6.3.3). */
export function plainZip(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const rawName = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt16LE(NAME_IS_UTF8, 2);
    common.writeUInt16LE(FIRST_DATE, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(rawName.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE((PLAIN_FILE << 16) >>> 0, 6);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([LOCAL, common, rawName, bytes]);
    directory.push(Buffer.concat([LISTED, common, place, rawName]));
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  END.copy(end);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listed, end]);
}

const LOCAL = Buffer.from('PK\u0003\u0004', 'latin1');
/** Made by version 2.0 on Unix. */
const LISTED = Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1');
const END = Buffer.from('PK\u0005\u0006', 'latin1');
const VERSION = 20;
const NAME_IS_UTF8 = 0x0800;
/** 1 January 1980, the first day that a ZIP knows. */
const FIRST_DATE = 0x0021;
const PLAIN_FILE = 0o100644;
