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

/** Keys for the officials that the demonstration's settings name, made anew each time and marked «НЕДІЙСНИЙ». */
async function demoOffice(settings: string): Promise<DemoOffice> {
  const { body, officials } = parse(settings) as { body: { fullName: string; edrpou: string; place: string }; officials: DemoOfficial[] };
  const official = (key: string): DemoOfficial => {
    const found = officials.find((one) => one.key === key);
    if (found === undefined) throw new Error(`demo.yaml has no official with key ${key}`);
    return found;
  };
  const keys = await makeDemoKeys({
    now: systemClock.now(),
    randomBytes,
    body: { name: body.fullName, edrpou: body.edrpou, place: body.place },
    head: official('head'),
    acting: official('acting'),
  });
  return { rootCertificate: keys.rootCrt, keys: { head: keys.head, acting: keys.acting, seal: keys.seal }, samples: PACKAGE.samples };
}

interface DemoOfficial {
  readonly key: string;
  readonly post: string;
  readonly name: string;
}
