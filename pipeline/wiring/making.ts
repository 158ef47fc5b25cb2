import { randomBytes } from 'node:crypto';
import { parse } from 'yaml';
import { type DemoOffice, initOffice } from '../office/init-office.js';
import { testDatabasePlace, testFolders } from '../office/self-test.js';
import { makeDemoKeys } from '../signing/signing.js';
import { systemClock } from './clock.js';
import { readOffice } from './office-here.js';
import { openOfficeStore } from './opened-office.js';
import { PACKAGE } from './package-paths.js';

/** Makes an office with its folders and an empty index; gives its absolute path. */
export async function makeOffice(directory: string, demo: boolean): Promise<string> {
  const parts = { templates: PACKAGE.officeTemplates, schema: PACKAGE.officeSchema };
  const root = await initOffice(directory, parts, demo ? demoOffice : undefined);
  const office = await readOffice(root);
  await testFolders(office);
  await testDatabasePlace(office.database);
  await (await openOfficeStore(office)).close();
  return root;
}

/** Keys for the officials and seals that the demonstration's settings name, made anew each time and marked «НЕДІЙСНИЙ». */
async function demoOffice(text: string): Promise<DemoOffice> {
  const { body, bodies, officials, signing } = parse(text) as DemoSettings;
  const owners: [string, { post: string; name: string } | { sealOf: string }][] = signing.keys.map(({ id }) => {
    const official = officials.find(({ key }) => key === id);
    return [id, official ?? { sealOf: bodies.find(({ seal }) => seal === id)?.fullName ?? body.fullName }];
  });
  const keys = await makeDemoKeys({
    now: systemClock.now(),
    randomBytes,
    body: { name: body.fullName, edrpou: body.edrpou, place: body.place },
    owners: Object.fromEntries(owners),
  });
  return { rootCertificate: keys.rootCrt, keys: keys.keys, samples: PACKAGE.samples };
}

interface DemoSettings {
  readonly body: { readonly fullName: string; readonly edrpou: string; readonly place: string };
  readonly bodies: readonly { readonly fullName: string; readonly seal?: string }[];
  readonly officials: readonly { readonly key?: string; readonly post: string; readonly name: string }[];
  readonly signing: { readonly keys: readonly { readonly id: string }[] };
}
