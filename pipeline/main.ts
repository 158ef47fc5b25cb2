#!/usr/bin/env node
import { Argument, Command, CommanderError, Option } from 'commander';
import { archiveCommands } from './commands/archive-commands.js';
import { asJson, type JsonOption, readActName, readCount, readDate, readDays, readYear } from './commands/arguments.js';
import type { JournalOptions } from './commands/journal.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { JOURNAL_STATES } from './model/contract-choice.js';
import type { LocalDate } from './model/date.js';
import { Fault } from './model/fault.js';
import { plainLine } from './model/plain-line.js';

/** The command line; each action loads what it needs and no more, and gives the exit code. */
function commandLine(end: (code: ExitCode) => void): Command {
  const program = new Command('regesta')
    .description('Registers, renders, signs and files the acts of a town council from a watched folder.')
    .exitOverride()
    .showHelpAfterError('(regesta --help shows the commands)');
  program
    .command('init')
    .description('make an office in a folder')
    .argument('<dir>')
    .option('--demo', 'with demonstration keys, officials and samples')
    .action(async (dir: string, options: { demo?: true }) => {
      const { init } = await import('./commands/init.js');
      end(await init(dir, options.demo === true));
    });
  program
    .command('run')
    .description('take what is dropped, for ever or once')
    .argument('<dir>')
    .option('--once', 'take what lies there, then stop')
    .action(async (dir: string, options: { once?: true }) => {
      const { run } = await import('./commands/run.js');
      end(await run(dir, options.once === true));
    });
  program
    .command('check')
    .description('say what is wrong with drafts; leaves no trace')
    .argument('<file...>')
    .option('--office <dir>', 'judge by this office: its officials, register and calendar')
    .option('--measure', 'also lay the pages out (needs --office)')
    .addOption(asJson)
    .action(async (files: string[], options: JsonOption & { office?: string; measure?: true }) => {
      const { check } = await import('./commands/check.js');
      end(await check(files, { office: options.office, measure: options.measure === true, json: options.json === true }));
    });
  program
    .command('new')
    .description('write a skeleton draft of a kind, or of the act that a task of the catalogue ends in')
    .argument('[kind or task]')
    .option('--list', 'list the tasks with what each ends in')
    .addOption(new Option('--json', 'as JSON, which is the default'))
    .addOption(new Option('--xml', 'as XML').conflicts('json'))
    .option('--office <dir>', 'with what this office knows today: signatory, visas, membership')
    .option('--out <file>', 'into a new file')
    .action(async (id: string | undefined, options: JsonOption & { list?: true; xml?: true; office?: string; out?: string }) => {
      const { listTasks, newDraft } = await import('./commands/new.js');
      const { list = false, xml = false, json = false, office, out } = options;
      if (list === (id !== undefined)) throw new Fault('usage', 'new: name a kind or a task, or ask for --list');
      end(id === undefined ? listTasks(json) : await newDraft(id, { xml, json, office, out }));
    });
  program
    .command('register')
    .description('print the registers')
    .argument('<dir>')
    .argument('[series]')
    .option('--year <year>', 'of one year', readYear)
    .addOption(asJson)
    .action(async (dir: string, series: string | undefined, options: JsonOption & { year?: number }) => {
      const { register } = await import('./commands/query.js');
      end(await register(dir, { series, year: options.year }, options.json === true));
    });
  program
    .command('search')
    .description('find acts by any form of all the words')
    .argument('<dir>')
    .argument('<query...>')
    .option('--limit <count>', 'no more than so many, the first of the register', readCount)
    .addOption(asJson)
    .action(async (dir: string, query: string[], options: JsonOption & { limit?: number }) => {
      const { search } = await import('./commands/query.js');
      end(await search(dir, query.join(' '), options.limit, options.json === true));
    });
  program
    .command('show')
    .description('show one act')
    .argument('<dir>')
    .argument('<act>', 'SERIES/YEAR/NUMBER', readActName)
    .addOption(asJson)
    .action(async (dir: string, act: { series: string; year: number; number: string }, options: JsonOption) => {
      const { show } = await import('./commands/query.js');
      end(await show(dir, act, options.json === true));
    });
  program
    .command('journal')
    .description('the register of contracts as a printable journal or as data')
    .argument('<dir>')
    .addArgument(new Argument('[journal]', 'which').choices(['contract', 'contract-refusal']).default('contract'))
    .option('--year <year>', 'of one year', readYear)
    .addOption(new Option('--format <format>', 'by default that of --out, or else csv').choices(['docx', 'pdf', 'csv', 'json']))
    .option('--out <file>', 'into a new file; as CSV the documents about contracts go into another beside it')
    .option('--ending <days>', 'in force, and ending within so many days, e.g. 30d', readDays)
    .option('--controller <name>', 'by who answers for the performance: a part of name or post')
    .option('--counterparty <name or code>', 'by a party: a part of its name, or its code')
    .addOption(new Option('--state <state>', 'by state').choices([...JOURNAL_STATES]))
    .action(async (dir: string, which: string, options: JournalOptions) => {
      const { journal } = await import('./commands/journal.js');
      end(await journal(dir, which === 'contract' ? 'contract' : 'refusal', options));
    });
  program
    .command('blanks')
    .description('the balance of the blanks of strict account')
    .argument('<dir>')
    .addOption(asJson)
    .action(async (dir: string, options: JsonOption) => {
      const { blanks } = await import('./commands/blanks.js');
      end(await blanks(dir, options.json === true));
    });
  program
    .command('contracts')
    .description("contracts that wait for the legal department's verdict, with what the machine remarks of each")
    .argument('<dir>')
    .addOption(asJson)
    .action(async (dir: string, options: JsonOption) => {
      const { contracts } = await import('./commands/contracts.js');
      end(await contracts(dir, options.json === true));
    });
  archiveCommands(program, end);
  program
    .command('due')
    .description('terms that are past or near, by what is filed or waits for a verdict')
    .argument('<dir>')
    .option('--within <days>', 'so many days ahead, e.g. 7d', readDays, 7)
    .addOption(asJson)
    .action(async (dir: string, options: JsonOption & { within: number }) => {
      const { due } = await import('./commands/due.js');
      end(await due(dir, options.within, options.json === true));
    });
  program
    .command('calendar')
    .description(
      'meetings of a year with every last day before and after each, by the working calendar; a second day stands for the other reading',
    )
    .argument('<dir>')
    .addOption(new Option('--year <year>', 'this year unless told otherwise').argParser(readYear).conflicts('meeting'))
    .option('--meeting <date>', 'one meeting, ordinary or not', readDate)
    .addOption(asJson)
    .action(async (dir: string, { json, ...asked }: JsonOption & { year?: number; meeting?: LocalDate }) => {
      const { calendar } = await import('./commands/calendar.js');
      end(await calendar(dir, asked, json === true));
    });
  program
    .command('verify')
    .description('digests, journal, numbers and signatures of an archive, the digests of a transfer package, or the signatures of one PDF')
    .argument('<dir|bag|file.pdf>')
    .option('--trust <pem...>', 'certificates to trust')
    .addOption(asJson)
    .action(async (target: string, options: JsonOption & { trust?: string[] }) => {
      const { verify } = await import('./commands/verify.js');
      end(await verify(target, options.trust, options.json === true));
    });
  program
    .command('template')
    .description("the office's own Word templates")
    .command('check')
    .description('say what is wrong with the templates in templates/ of an office')
    .argument('<dir>')
    .addOption(asJson)
    .action(async (dir: string, options: JsonOption) => {
      const { checkTemplates } = await import('./commands/template.js');
      end(await checkTemplates(dir, options.json === true));
    });
  program
    .command('extend')
    .description('raise filed acts to signing.level, and renew archive time stamps; the office may run meanwhile')
    .argument('<dir>')
    .addOption(asJson)
    .action(async (dir: string, options: JsonOption) => {
      const { extend } = await import('./commands/extend.js');
      end(await extend(dir, options.json === true));
    });
  program
    .command('service')
    .description('print a systemd unit that runs an office')
    .argument('<dir>')
    .option('--user <name>', 'the user it runs as', 'regesta')
    .action(async (directory: string, options: { user: string }) => {
      const { service } = await import('./commands/service.js');
      end(await service(directory, options.user));
    });
  program
    .command('backup')
    .description('copy an office, which may run meanwhile, and verify the copy')
    .argument('<dir>')
    .argument('<to>', 'a folder that is empty or not there')
    .addOption(asJson)
    .action(async (directory: string, to: string, options: JsonOption) => {
      const { backup } = await import('./commands/backup.js');
      end(await backup(directory, to, options.json === true));
    });
  program
    .command('import')
    .description('enter older acts from a list, so that drafts can refer to them')
    .argument('<dir>')
    .argument('<file.csv>', 'columns series, date, number, title and, if wanted, kind; UTF-8')
    .addOption(asJson)
    .action(async (directory: string, file: string, options: JsonOption) => {
      const { importList } = await import('./commands/import.js');
      end(await importList(directory, file, options.json === true));
    });
  program
    .command('rebuild')
    .description('make the index again from the archive alone; keeps the old one')
    .argument('<dir...>', 'the office; all folders that share a PostgreSQL register')
    .option('--from <bag>', 'of a transfer package, into an office that has no documents yet')
    .addOption(asJson)
    .action(async (directories: string[], options: JsonOption & { from?: string }) => {
      const { rebuild } = await import('./commands/rebuild.js');
      end(await rebuild(directories, options.from, options.json === true));
    });
  return program;
}

/** Runs one command line and gives the exit code. */
async function main(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  try {
    await commandLine((result) => {
      code = result;
    }).parseAsync(argv, { from: 'user' });
  } catch (problem) {
    if (problem instanceof CommanderError) return problem.exitCode === 0 ? EXIT.done : EXIT.usage;
    const isFault = problem instanceof Fault;
    const text = isFault ? problem.message : problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    process.stderr.write(`regesta: ${text.split('\n').map(plainLine).join('\n')}\n`);
    return isFault && problem.retry === 'settings' ? EXIT.usage : EXIT.fault;
  }
  return code;
}

// Whoever reads may stop, as `| head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
