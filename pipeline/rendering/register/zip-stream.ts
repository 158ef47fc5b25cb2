import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive, its text a piece at a time. */
export interface ZippedText {
  readonly name: string;
  readonly text: Iterable<string> | AsyncIterable<string>;
}

/** 1980-01-01, the first day that a ZIP knows: same content, same bytes. */
const DATE = 0x0021;
/** UTF-8 names; sizes stand after the data, for nobody knows them before. */
const FLAGS = 0x0808;
const DEFLATE = 8;
const VERSION = 20;
/** Text is given to the compressor in pieces of about so many characters. */
const PIECE = 64 * 1024;

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** A ZIP archive in pieces as they are made; a file beyond 4 GB is an error. */
export async function* zipStream(files: Iterable<ZippedText>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const { name: path, text } of files) {
    const name = Buffer.from(path);
    const begun = offset;
    const header = record(0x04034b50, [VERSION, FLAGS, DEFLATE, 0, DATE], [0, 0, 0], [name.length, 0], name);
    yield header;
    offset += header.length;
    const deflate = createDeflateRaw();
    const sums = { crc: 0, size: 0 };
    const feeding = feed(text, deflate, sums);
    let packed = 0;
    for await (const chunk of deflate) {
      packed += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
    await feeding;
    const { crc, size } = sums;
    if (Math.max(size, offset + packed) >= 0xffffffff) throw new Error(`${path}: too long for a ZIP archive without extensions`);
    const descriptor = record(0x08074b50, [], [crc, packed, size], [], Buffer.alloc(0));
    yield descriptor;
    written.push({ name, crc, packed, size, offset: begun });
    offset += packed + descriptor.length;
  }
  const directory = Buffer.concat(
    written.map(({ name, crc, packed, size, offset: at }) => {
      const tail = Buffer.alloc(16);
      tail.writeUInt32LE(at, 12);
      return record(
        0x02014b50,
        [VERSION, VERSION, FLAGS, DEFLATE, 0, DATE],
        [crc, packed, size],
        [name.length],
        Buffer.concat([tail, name]),
      );
    }),
  );
  yield directory;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  yield end;
}

/** Little-endian: signature, words of two bytes, of four, of two, then bytes. */
function record(signature: number, words: readonly number[], longs: readonly number[], more: readonly number[], rest: Buffer): Buffer {
  const head = Buffer.alloc(4 + 2 * words.length + 4 * longs.length + 2 * more.length);
  let at = head.writeUInt32LE(signature, 0);
  for (const word of words) at = head.writeUInt16LE(word, at);
  for (const long of longs) at = head.writeUInt32LE(long, at);
  for (const word of more) at = head.writeUInt16LE(word, at);
  return Buffer.concat([head, rest]);
}

async function feed(
  text: ZippedText['text'],
  deflate: ReturnType<typeof createDeflateRaw>,
  sums: { crc: number; size: number },
): Promise<void> {
  let piece = '';
  const put = async (): Promise<void> => {
    const bytes = Buffer.from(piece);
    piece = '';
    sums.crc = crc32(bytes, sums.crc);
    sums.size += bytes.length;
    if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
  };
  try {
    for await (const some of text) {
      piece += some;
      if (piece.length >= PIECE) await put();
    }
    await put();
    deflate.end();
  } catch (problem) {
    deflate.destroy(problem instanceof Error ? problem : new Error(String(problem)));
  }
}
