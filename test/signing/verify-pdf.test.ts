import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { blankForm } from '../../pipeline/pdf/form-xobject.js';
import type { IncrementalUpdate } from '../../pipeline/pdf/incremental-update.js';
import { bytesString, dict, isArray, isDict, isStream, name, ref, stream, textString } from '../../pipeline/pdf/objects.js';
import { PdfFile } from '../../pipeline/pdf/pdf-file.js';
import { signatureFields } from '../../pipeline/pdf/signature-fields.js';
import { appendSignature } from '../../pipeline/signing/append-signature.js';
import { buildSignedData, readSignedData } from '../../pipeline/signing/cms.js';
import {
  context,
  demand,
  time as derTime,
  octetString,
  oid,
  parts,
  readWhole,
  sequence,
  set,
  type Tlv,
} from '../../pipeline/signing/der.js';
import { makeDemoKeys, openP12, verifyPdf } from '../../pipeline/signing/signing.js';
import { BODY, type DemoOffice, demoOffice, HEAD, NOW, OWNERS, PLACES } from './demo-office.js';
import { samplePdf } from './sample-pdf.js';
import { cmsOf, dictOf, holeOf, refOf, signOddly, update, withCms, withEntries } from './tampering.js';

let office: DemoOffice;
let unsigned: Buffer;
let once: Buffer;
let twice: Buffer;

beforeAll(async () => {
  office = await demoOffice();
  unsigned = await samplePdf();
  const { signed } = await office.sign(unsigned);
  twice = signed.bytes;
  once = twice.subarray(0, signed.revisions[1]?.bytes);
});

const verify = (bytes: Buffer) => verifyPdf(bytes, { file: 'act.pdf', trust: [office.root] });
const codes = (bytes: Buffer): string[] => [...new Set(verify(bytes).problems.map(({ code }) => code))].sort();
const changes = (bytes: Buffer): string[] => verify(bytes).signatures.map(({ laterChanges }) => laterChanges);

describe('a sound file', () => {
  it('has two trusted B-B signatures, of the head and of the body', () => {
    expect(verify(twice)).toEqual({
      problems: [],
      signatures: [
        {
          file: 'act.pdf',
          signer: `НЕДІЙСНИЙ ${HEAD.name}`,
          role: 'signatory',
          level: 'B-B',
          trusted: true,
          coversWholeFile: false,
          laterChanges: 'allowed',
          signedAt: NOW.toISOString(),
        },
        {
          file: 'act.pdf',
          signer: `НЕДІЙСНИЙ ${BODY.name}`,
          role: 'seal',
          level: 'B-B',
          trusted: true,
          coversWholeFile: true,
          laterChanges: 'none',
          signedAt: NOW.toISOString(),
        },
      ],
    });
  });

  it('is sound after the first signature too, with the seal still empty', () => {
    expect(verify(once)).toMatchObject({ problems: [], signatures: [{ role: 'signatory', coversWholeFile: true, laterChanges: 'none' }] });
  });

  it('is neither trusted nor distrusted without roots', () => {
    const { problems, signatures } = verifyPdf(twice, { file: 'act.pdf' });
    expect(problems).toEqual([]);
    expect(signatures.map(({ trusted }) => trusted)).toEqual([null, null]);
  });

  it('may get validation data afterwards', () => {
    const dss = update(twice, (file, to) => {
      const certificate = to.add(stream(new Map(), office.root));
      to.put(file.rootRef, withEntries(file.catalog, { DSS: to.add(dict({ Type: name('DSS'), Certs: [certificate] })) }));
    });
    expect(verify(dss).problems).toEqual([]);
    expect(changes(dss)).toEqual(['allowed', 'allowed']);
    const more = update(dss, (file, to) => {
      const data = dictOf(file, file.catalog.get('DSS'));
      to.put(refOf(file.catalog.get('DSS')), withEntries(data, { CRLs: [to.add(stream(new Map(), office.made.crls.root))] }));
    });
    expect(verify(more).problems).toEqual([]);
  });

  it('may get a further invisible signature, but not a visible one', async () => {
    const third = (rect: readonly [number, number, number, number]) =>
      appendSignature({
        file: twice,
        newFields: [{ name: 'Third', page: 0, rect }],
        field: 'Third',
        appearance: null,
        key: office.head,
        at: NOW,
      });
    expect(codes(await third([0, 0, 0, 0]))).toEqual([]);
    expect(codes(await third([10, 10, 200, 200]))).toEqual(['later-changes']);
  });
});

describe('a file changed after signing', () => {
  const forbidden: Record<string, (file: PdfFile, to: IncrementalUpdate) => void> = {
    'a black box over page 1': (file, to) => {
      const page = file.page(0);
      const box = to.add(stream(new Map(), Buffer.from('0 0 0 rg 0 0 600 900 re f')));
      to.put(page.ref, withEntries(page.dict, { Contents: [page.dict.get('Contents') ?? null, box] }));
    },
    'the content of a page replaced in its place': (file, to) =>
      to.put(refOf(file.page(0).dict.get('Contents')), stream(new Map(), Buffer.from(''))),
    'an added annotation': (file, to) => {
      const page = file.page(0);
      const note = to.add(
        dict({ Type: name('Annot'), Subtype: name('Square'), Rect: [0, 0, 600, 800], AP: dict({ N: to.add(blankForm(600, 800)) }) }),
      );
      to.put(page.ref, withEntries(page.dict, { Annots: [note] }));
    },
    'an annotation more among the signatures': (file, to) => {
      const page = file.page(1);
      const old = page.dict.get('Annots');
      to.put(
        page.ref,
        withEntries(page.dict, {
          Annots: [...(isArray(old) ? old : []), to.add(dict({ Type: name('Annot'), Subtype: name('Link'), Rect: [0, 0, 9, 9] }))],
        }),
      );
    },
    'a changed Info': (file, to) => {
      const info = dictOf(file, file.trailer.get('Info'));
      to.put(refOf(file.trailer.get('Info')), withEntries(info, { Title: textString('Інше рішення') }));
    },
    'changed XMP metadata': (file, to) => {
      const at = refOf(file.catalog.get('Metadata'));
      const old = file.resolve(at);
      if (isStream(old)) to.put(at, stream(old.dict, Buffer.concat([old.data, Buffer.from(' ')])));
    },
    'an action in the catalog': (file, to) =>
      to.put(file.rootRef, withEntries(file.catalog, { OpenAction: dict({ S: name('JavaScript'), JS: textString('app.alert(1)') }) })),
    'other pages in the catalog': (file, to) =>
      to.put(file.rootRef, withEntries(file.catalog, { Pages: to.add(dict({ Type: name('Pages'), Count: 0, Kids: [] })) })),
    'a page taken out': (file, to) => {
      const pages = refOf(file.catalog.get('Pages'));
      const tree = dictOf(file, pages);
      const kids = tree.get('Kids');
      to.put(pages, withEntries(tree, { Kids: isArray(kids) ? kids.slice(1) : [], Count: 1 }));
    },
    'another font': (file, to) => {
      const fonts = dictOf(file, dictOf(file, file.page(0).resources).get('Font'));
      const [font] = [...fonts.values()];
      to.put(refOf(font), dict({ Type: name('Font'), Subtype: name('Type1'), BaseFont: name('Courier') }));
    },
    'a form without the seal': (file, to) => {
      const form = refOf(file.catalog.get('AcroForm'));
      const [first] = signatureFields(file);
      to.put(form, withEntries(dictOf(file, form), { Fields: [first?.ref ?? null] }));
    },
    'a form that asks for new appearances': (file, to) => {
      const form = refOf(file.catalog.get('AcroForm'));
      to.put(form, withEntries(dictOf(file, form), { NeedAppearances: true }));
    },
    'another look of a signature': (file, to) => {
      const seal = signatureFields(file).find((field) => field.name === 'Seal');
      to.put(refOf(seal?.ref ?? null), withEntries(seal?.dict ?? new Map(), { AP: dict({ N: to.add(blankForm(10, 10)) }) }));
    },
    'a signature moved to another place': (file, to) => {
      const seal = signatureFields(file).find((field) => field.name === 'Seal');
      to.put(refOf(seal?.ref ?? null), withEntries(seal?.dict ?? new Map(), { Rect: [0, 0, 600, 800] }));
    },
    'the stamp drawn otherwise': (file, to) => {
      const seal = signatureFields(file).find((field) => field.name === 'Seal');
      to.put(refOf(dictOf(file, seal?.dict.get('AP')).get('N')), blankForm(10, 10));
    },
    'another signature value': (file, to) => {
      const seal = signatureFields(file).find((field) => field.name === 'Seal');
      to.put(refOf(seal?.dict.get('V')), withEntries(seal?.value ?? new Map(), { M: textString("D:20200101000000+00'00'") }));
    },
  };
  for (const [what, change] of Object.entries(forbidden)) {
    it(`is refused: ${what}`, () => {
      expect(codes(update(twice, change))).toContain('later-changes');
      expect(verify(update(twice, change)).signatures[0]?.laterChanges).toBe('forbidden');
    });
  }

  it('is refused when only the seal came after the change', async () => {
    const changed = update(once, forbidden['a black box over page 1'] as (file: PdfFile, to: IncrementalUpdate) => void);
    const sealed = await appendSignature({ file: changed, newFields: [], field: 'Seal', appearance: null, key: office.seal, at: NOW });
    expect(changes(sealed)).toEqual(['forbidden', 'none']);
  });

  it('is refused when the empty seal is filled with something that covers nothing', () => {
    const faked = update(once, (file, to) => {
      const [head, seal] = signatureFields(file);
      to.put(
        refOf(seal?.ref ?? null),
        withEntries(seal?.dict ?? new Map(), { V: to.add(new Map(head?.value ?? [])), AP: dict({ N: to.add(blankForm(5, 5)) }) }),
      );
    });
    expect(codes(faked)).toEqual(['later-changes', 'signature-range']);
  });

  it('is refused when an object fills a gap that the signed revision points to', async () => {
    const gap = update(unsigned, (file, to) =>
      to.put(file.page(0).ref, withEntries(file.page(0).dict, { Contents: [file.page(0).dict.get('Contents') ?? null, ref(777)] })),
    );
    const { signed } = await office.sign(gap);
    expect(codes(signed.bytes)).toEqual([]);
    expect(codes(update(signed.bytes, (_, to) => to.put(ref(777), stream(new Map(), Buffer.from('0 0 900 900 re f')))))).toEqual([
      'later-changes',
    ]);
  });

  for (const [what, tail] of Object.entries({
    'a line feed': '\n',
    'a comment': '% signed\n',
    text: 'x',
    'a second end': '%%EOF\n',
    'an object of no table': '99 0 obj\n<<>>\nendobj\n',
  })) {
    it(`is refused with bytes after %%EOF: ${what}`, () => {
      const longer = Buffer.concat([twice, Buffer.from(tail)]);
      expect(codes(longer)).toEqual(['later-changes']);
      expect(changes(longer)).toEqual(['forbidden', 'forbidden']);
    });
  }

  it('is refused wherever one signed byte was changed', () => {
    const holes = ['Signatory', 'Seal'].map((field) => holeOf(twice, field));
    let seed = 1;
    for (let i = 0; i < 250; i++) {
      seed = (seed * 48_271) % 2_147_483_647;
      const at = seed % twice.length;
      if (holes.some(([start, end]) => at > start && at < end - 1)) continue;
      const changed = Buffer.from(twice);
      changed[at] = (changed[at] as number) ^ 1;
      expect(codes(changed).length, `byte ${at}`).toBeGreaterThan(0);
    }
  });

  it('says that the digest differs when the text was changed', () => {
    const at = twice.indexOf('stream') + 20;
    const changed = Buffer.from(twice);
    changed[at] = (changed[at] as number) ^ 1;
    expect(codes(changed)).toEqual(['signature-digest']);
  });
});

describe('cross-reference tricks', () => {
  /** Appends a hand-made update whose table lists what is given. */
  const append = (bytes: Buffer, body: string, entries: (offset: number) => string, trailer = ''): Buffer => {
    const file = new PdfFile(bytes);
    const table = bytes.length + body.length;
    const root = file.rootRef.number;
    const id = file.trailer.get('ID');
    const first =
      isArray(id) && id[0] !== undefined && id[0] !== null && typeof id[0] === 'object' && 'bytes' in id[0]
        ? id[0].bytes.toString('hex')
        : '';
    const info = refOf(file.trailer.get('Info')).number;
    const previous = /\/Prev/.test(trailer) ? '' : `/Prev ${file.xref.startxref}`;
    return Buffer.concat([
      bytes,
      Buffer.from(
        `${body}xref\n${entries(bytes.length)}trailer\n<</Size ${file.size + 1} /Root ${root} 0 R /Info ${info} 0 R /ID [<${first}> <00>] ${previous} ${trailer}>>\nstartxref\n${table}\n%%EOF\n`,
        'latin1',
      ),
    ]);
  };
  const entry = (offset: number, kind = 'n'): string => `${String(offset).padStart(10, '0')} 00000 ${kind} \n`;
  const offsetOf = (number: number): number => {
    const found = new PdfFile(twice).entry(number);
    return found?.kind === 'offset' ? found.offset : 0;
  };

  it('lets a hand-made update through that changes nothing, or the others would prove nothing', () => {
    const number = new PdfFile(twice).size;
    expect(codes(append(twice, `${number} 0 obj\n<<>>\nendobj\n`, (at) => `${number} 1\n${entry(at)}`))).toEqual([]);
  });

  it('refuses a page pointed to an older or another object', () => {
    const [page, other] = [new PdfFile(twice).page(0).ref.number, new PdfFile(twice).page(1).ref.number];
    expect(codes(append(twice, '', () => `${page} 1\n${entry(offsetOf(page))}`))).toContain('later-changes');
    expect(codes(append(twice, '', () => `${page} 1\n${entry(offsetOf(other))}`)).length).toBeGreaterThan(0);
  });

  it('refuses an object that is freed', () => {
    const info = refOf(new PdfFile(twice).trailer.get('Info')).number;
    expect(codes(append(twice, '', () => `${info} 1\n${entry(0, 'f')}`))).toContain('later-changes');
  });

  it('refuses an object that the table does not list, or lists somewhere else', () => {
    const number = new PdfFile(twice).size;
    const body = `${number} 0 obj\n<<>>\nendobj\n`;
    expect(codes(append(twice, body, () => '0 0\n'))).toContain('later-changes');
    expect(codes(append(twice, `${body}${body}`, (at) => `${number} 1\n${entry(at)}`))).toContain('later-changes');
  });

  it('refuses an object of another generation, to which nothing would point any more', () => {
    const file = new PdfFile(twice);
    const at = refOf(file.page(0).dict.get('Contents')).number;
    const found = file.entry(at);
    const offset = found?.kind === 'offset' ? found.offset : 0;
    const same = twice.toString('latin1', offset, twice.indexOf('endobj', offset) + 7).replace(`${at} 0 obj`, `${at} 1 obj`);
    const attacked = append(twice, same, (start) => `${at} 1\n${entry(start).replace(' 00000 ', ' 00001 ')}`);
    expect(codes(attacked)).toEqual(['later-changes']);
  });

  it('refuses a /Size that hides objects', () => {
    const number = new PdfFile(twice).size;
    const sound = append(twice, `${number} 0 obj\n<<>>\nendobj\n`, (at) => `${number} 1\n${entry(at)}`);
    const at = sound.lastIndexOf(`/Size ${number + 1}`);
    const hiding = Buffer.concat([
      sound.subarray(0, at),
      Buffer.from(`/Size ${'9'.padStart(String(number + 1).length, ' ')}`),
      sound.subarray(at + 6 + String(number + 1).length),
    ]);
    expect(codes(hiding)).toEqual(['later-changes']);
  });

  it('refuses an update that skips the seal', () => {
    const back = new PdfFile(once).xref.startxref;
    const number = new PdfFile(twice).size;
    const skipping = append(twice, `${number} 0 obj\n<<>>\nendobj\n`, (at) => `${number} 1\n${entry(at)}`, `/Prev ${back}`);
    expect(changes(skipping)).toEqual(['forbidden']);
  });

  it('refuses comments, a second table and a dropped Info', () => {
    const number = new PdfFile(twice).size;
    const body = `${number} 0 obj\n<<>>\nendobj\n`;
    const listed = (lead: number) => (at: number) => `${number} 1\n${entry(at + lead)}`;
    expect(codes(append(twice, `%x\n${body}`, listed(3)))).toContain('later-changes');
    expect(codes(append(twice, body, listed(0), '/XRefStm 15'))[0]).toBeDefined();
    const dropped = append(twice, body, listed(0))
      .toString('latin1')
      .replace(/\/Info \d+ 0 R(?=[^/]*\/ID \[<[0-9a-f]*> <00>)/, '');
    expect(codes(Buffer.from(dropped, 'latin1')).length).toBeGreaterThan(0);
  });
});

describe('a signature that is not what it should be', () => {
  it('is refused as adbe.pkcs7.detached, and its level is unknown', async () => {
    const odd = await signOddly(unsigned, office.head, { subFilter: 'adbe.pkcs7.detached' });
    expect(codes(odd)).toEqual(['signature-format']);
    expect(verify(odd).signatures[0]).toMatchObject({ level: 'unknown', coversWholeFile: true });
    expect(verify(odd).problems[0]?.message).toContain('adbe.pkcs7.detached');
    expect(codes(await signOddly(unsigned, office.head, {}))).toEqual([]);
  });

  it('is refused when the range leaves out more than the value', async () => {
    expect(codes(await signOddly(unsigned, office.head, { hidden: '(to be changed at will)' }))).toEqual(['signature-range']);
  });

  it('is refused when the range does not reach the end of a revision', async () => {
    const odd = await signOddly(unsigned, office.head, {});
    const range = odd.lastIndexOf('/ByteRange');
    const text = odd.toString('latin1', range, range + 60);
    const shorter = text.replace(/ (\d+)\]/, (_, length: string) => ` ${String(Number(length) - 9).padStart(length.length)}]`);
    const changed = Buffer.from(odd);
    changed.write(shorter, range, 'latin1');
    expect(codes(changed)).toEqual(['signature-range']);
  });

  it('is refused when anything but zeros stands behind its value', () => {
    const [, end] = holeOf(twice, 'Seal');
    for (const hidden of ['1', ' ', '\n']) {
      const changed = Buffer.from(twice);
      changed.write(hidden, end - 3, 'latin1');
      expect(codes(changed)).toEqual(['signature-range']);
    }
  });

  it('is refused when its value is cut short or is no CMS', () => {
    const cms = cmsOf(twice, 'Seal');
    expect(codes(withCms(twice, 'Seal', cms.subarray(0, cms.length - 20)))).not.toEqual([]);
    const cut = Buffer.concat([cms.subarray(0, 600), Buffer.alloc(cms.length - 600)]);
    expect(codes(withCms(twice, 'Seal', cut))).toEqual(['certificate-untrusted', 'signature-format']);
    expect(codes(withCms(twice, 'Seal', octetString(Buffer.from('x'))))).toEqual(['certificate-untrusted', 'signature-format']);
  });

  /** The same CMS with some fields of its SignedData written otherwise. */
  const rewritten = (cms: Buffer, rewrite: (field: Tlv, isLast: boolean) => Buffer): Buffer => {
    const [type, wrapped] = parts(readWhole(cms));
    if (type === undefined || wrapped === undefined) throw new Error('no CMS');
    const fields = parts(demand(parts(wrapped)[0], 0x30));
    return sequence(type.bytes, context(0, true, sequence(...fields.map((field, i) => rewrite(field, i === fields.length - 1)))));
  };

  it('is refused when its certificate was swapped for another one', async () => {
    const acting = openP12({ id: 'acting', bytes: office.keys.acting.p12, password: office.keys.acting.password });
    const swapped = withCms(
      twice,
      'Signatory',
      rewritten(cmsOf(twice, 'Signatory'), (field) => (field.tag === 0xa0 ? context(0, true, ...acting.certificates) : field.bytes)),
    );
    expect(codes(swapped)).toContain('signature-invalid');
  });

  it('is refused when it names a certificate that did not make it', async () => {
    const posing = { ...office.head, certificates: office.seal.certificates };
    expect(codes(await signOddly(unsigned, posing, {}))).toEqual(['signature-invalid']);
  });

  it('is refused when ESS names another certificate than the one used', async () => {
    const cms = async (signed: Buffer): Promise<Buffer> => {
      const other = {
        ...office.head,
        digest: (bytes: Uint8Array) =>
          office.head.certificates.some((one) => one.equals(bytes)) ? randomBytes(32) : office.head.digest(bytes),
      };
      return buildSignedData(other, office.head.digest(signed));
    };
    expect(codes(await signOddly(unsigned, office.head, { cms }))).toEqual(['signature-invalid']);
  });

  /** A CMS that is right but for its signed attributes. */
  const cmsWith = async (attributes: readonly Buffer[], signed: Buffer): Promise<Buffer> => {
    const sound = await buildSignedData(office.head, office.head.digest(signed));
    const { signature } = readSignedData(sound).signer;
    const fresh = await office.head.sign(set(...attributes));
    return rewritten(sound, (field, isLast) => {
      if (!isLast) return field.bytes;
      const [signer] = parts(field);
      if (signer === undefined) throw new Error('no signer');
      return set(
        sequence(
          ...parts(signer).map(({ tag, bytes, content }) =>
            tag === 0xa0 ? context(0, true, ...attributes) : content.equals(signature) ? octetString(fresh) : bytes,
          ),
        ),
      );
    });
  };
  const attribute = (type: string, value: Buffer): Buffer => sequence(oid(type), set(value));
  const contentType = attribute('1.2.840.113549.1.9.3', oid('1.2.840.113549.1.7.1'));
  const digestOf = (signed: Buffer): Buffer => attribute('1.2.840.113549.1.9.4', octetString(office.head.digest(signed)));
  const essOf = (signed: Buffer): Promise<Buffer> =>
    buildSignedData(office.head, office.head.digest(signed)).then((sound) => {
      const value = readSignedData(sound).signer.signed.get('1.2.840.113549.1.9.16.2.47');
      return attribute('1.2.840.113549.1.9.16.2.47', value?.bytes ?? Buffer.alloc(0));
    });

  it('is refused without signing-certificate-v2', async () => {
    const cms = (signed: Buffer): Promise<Buffer> => cmsWith([contentType, digestOf(signed)], signed);
    expect(codes(await signOddly(unsigned, office.head, { cms }))).toEqual(['signature-format']);
  });

  it('is refused with the time in the CMS, and sound with the three attributes it should have', async () => {
    const time = attribute('1.2.840.113549.1.9.5', derTime(NOW));
    const odd = await signOddly(unsigned, office.head, {
      cms: async (signed) => cmsWith([contentType, time, digestOf(signed), await essOf(signed)], signed),
    });
    expect(codes(odd)).toEqual(['signature-format']);
    const sound = await signOddly(unsigned, office.head, {
      cms: async (signed) => cmsWith([contentType, digestOf(signed), await essOf(signed)], signed),
    });
    expect(codes(sound)).toEqual([]);
  });

  it('is refused when the certificate had ended, or not begun, at the time of signing', async () => {
    for (const at of [new Date('2029-01-01T00:00:00Z'), new Date('2026-03-12T00:00:00Z')]) {
      const late = await appendSignature({
        file: unsigned,
        newFields: [{ name: 'Signatory', page: 0, rect: [0, 0, 0, 0] }],
        field: 'Signatory',
        appearance: null,
        key: office.head,
        at,
      });
      expect(codes(late)).toContain('certificate-expired');
      expect(verify(late).signatures[0]?.trusted).toBe(false);
      expect(verifyPdf(late, { file: 'act.pdf' }).problems.map(({ code }) => code)).toEqual(['certificate-expired']);
    }
  });

  it('is not trusted by the root of somebody else', async () => {
    const other = await demoOffice();
    const { problems, signatures } = verifyPdf(twice, { file: 'act.pdf', trust: [other.root] });
    expect(problems.map(({ code }) => code)).toEqual(['certificate-untrusted', 'certificate-untrusted']);
    expect(signatures.map(({ trusted }) => trusted)).toEqual([false, false]);
  });

  it('is not trusted when the issuing authority is missing from it', async () => {
    const alone = { ...office.head, certificates: office.head.certificates.slice(0, 1) };
    expect(codes(await signOddly(unsigned, alone, {}))).toEqual(['certificate-untrusted']);
  });

  it('is not trusted when a signer poses as an authority', async () => {
    const { keys } = await makeDemoKeys({ now: NOW, randomBytes, body: BODY, owners: OWNERS });
    const other = openP12({ id: 'head', bytes: keys.head.p12, password: keys.head.password });
    expect(
      verifyPdf(twice, { file: 'act.pdf', trust: [other.certificates[0] as Buffer] }).signatures.map(({ trusted }) => trusted),
    ).toEqual([false, false]);
  });
});

describe('any bytes', () => {
  it('without a signature are said to have none', () => expect(codes(unsigned)).toEqual(['signature-missing']));

  it('that are no PDF are said to be unreadable', () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('hello'),
      Buffer.from('%PDF-1.4\nstartxref\n99999999\n%%EOF'),
      unsigned.subarray(0, unsigned.length - 40),
    ]) {
      expect(codes(bytes)).toEqual(['pdf-unreadable']);
    }
  });

  it('cut or damaged anywhere give a verdict and throw nothing', () => {
    let seed = 7;
    for (let i = 0; i < 200; i++) {
      seed = (seed * 48_271) % 2_147_483_647;
      const changed = Buffer.from(twice.subarray(0, i % 2 === 0 ? seed % twice.length : twice.length));
      changed[seed % Math.max(1, changed.length)] = seed & 0xff;
      expect(Array.isArray(verify(changed).problems)).toBe(true);
    }
    const [start, end] = holeOf(twice, 'Seal');
    for (let at = start + 1; at < end; at += 7) {
      const changed = Buffer.from(twice);
      changed[at] = changed[at] === 0x37 ? 0x38 : 0x37;
      expect(Array.isArray(verify(changed).problems)).toBe(true);
    }
  });

  it('keep the places of the stamps and the names of the fields', () => {
    const file = new PdfFile(twice);
    expect(signatureFields(file).map((field) => [field.name, field.dict.get('Rect'), field.dict.get('F')])).toEqual([
      ['Signatory', PLACES[0]?.rect, 132],
      ['Seal', PLACES[1]?.rect, 132],
    ]);
    expect(isDict(file.resolve(file.catalog.get('AcroForm')))).toBe(true);
    expect(bytesString(Buffer.alloc(1)).span).toBeNull();
  });
});
