import { type Command, Option } from 'commander';
import type { ExitCode } from '../exit-code.js';
import { STORAGE_CATEGORIES, type StorageCategory } from '../model/retention.js';
import { asJson, type JsonOption, readYear } from './arguments.js';

interface TransferOptions {
  readonly year: number;
  readonly out: string;
  readonly unit?: string;
  readonly category?: StorageCategory;
}

/** Adds the commands of the archive department (R 28). */
export function archiveCommands(program: Command, end: (code: ExitCode) => void): void {
  program
    .command('cases')
    .description('the cases of a year as they are formed of what was filed, and what no case takes')
    .argument('<dir>')
    .requiredOption('--year <year>', 'of this year', readYear)
    .option('--unit <id>', 'of this unit')
    .addOption(asJson)
    .action(async (dir: string, options: JsonOption & { year: number; unit?: string }) => {
      const { cases } = await import('./cases.js');
      end(await cases(dir, options.year, options.unit, options.json === true));
    });
  program
    .command('close')
    .description('close the cases of a year: say what must be mended first, or drop a draft for each case')
    .argument('<dir>')
    .requiredOption('--year <year>', 'of this year', readYear)
    .addOption(new Option('--unit <id>', 'of this unit').conflicts('summary'))
    .option('--summary', 'when all are closed: drop the nomenclature with the number of cases that were formed')
    .addOption(asJson)
    .action(async (dir: string, options: JsonOption & { year: number; unit?: string; summary?: true }) => {
      const { close, closeWithSummary } = await import('./close.js');
      const json = options.json === true;
      end(await (options.summary === true ? closeWithSummary(dir, options.year, json) : close(dir, options.year, options.unit, json)));
    });
  program
    .command('inventory')
    .description('drop an inventory of the finished cases of a year at the front door')
    .argument('<dir>')
    .requiredOption('--year <year>', 'of this year', readYear)
    .addOption(new Option('--category <category>', 'which cases').choices([...STORAGE_CATEGORIES]).makeOptionMandatory())
    .option('--unit <id>', 'of this unit')
    .addOption(asJson)
    .action(async (dir: string, options: JsonOption & { year: number; category: StorageCategory; unit?: string }) => {
      const { inventory } = await import('./inventory.js');
      end(await inventory(dir, { year: options.year, category: options.category, unit: options.unit }, options.json === true));
    });
  program
    .command('destroy')
    .description('which cases an act of destruction may name today, and why not the others')
    .argument('<dir>')
    .option('--year <year>', 'of one year', readYear)
    .option('--unit <id>', 'of this unit')
    .option('--dry-run', 'show only; the one way there is')
    .addOption(asJson)
    .action(async (dir: string, options: JsonOption & { year?: number; unit?: string; dryRun?: true }) => {
      const { destroy } = await import('./destroy.js');
      end(await destroy(dir, { year: options.year, unit: options.unit, dryRun: options.dryRun === true, json: options.json === true }));
    });
  program
    .command('transfer')
    .description('pack the cases of a year, with all papers about them, as a BagIt package')
    .argument('<dir>')
    .requiredOption('--year <year>', 'the year of the cases', readYear)
    .requiredOption('--out <folder>', 'a folder that is empty or not there')
    .option('--unit <id>', 'cases that this unit keeps')
    .addOption(new Option('--category <category>', 'cases of one category of storage').choices([...STORAGE_CATEGORIES]))
    .addOption(asJson)
    .action(async (directory: string, options: JsonOption & TransferOptions) => {
      const { transfer } = await import('./transfer.js');
      end(await transfer(directory, options.out, options, options.json === true));
    });
}
