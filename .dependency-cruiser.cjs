/** Which way imports go: see "Structure" in README.md. */
/** `norms/retention.ts` is a table that forms print from, `norms/legal-bases.ts` one that tasks cite. */
const leaves = '^pipeline/(model|language|files|pdf|norms/(retention|legal-bases)[.]ts$|exit-code[.]ts$)';
const stages = [
  'intake',
  'validation',
  'registration',
  'rendering',
  'signing',
  'filing',
  'store',
  'datasets',
  'office',
  'clauses',
  'kinds',
  'norms',
  'schemas',
  'skeleton',
  'tasks',
  'letters',
  'originals',
  'transfer',
];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'what a process begins with is imported by nothing',
      severity: 'error',
      from: { orphan: true, pathNot: '^pipeline/(main|demo|write-schemas)[.]ts$|^test/bench/job-process[.]ts$' },
      to: {},
    },
    {
      name: 'model-imports-nothing',
      comment: 'digest.ts may use node:crypto',
      severity: 'error',
      from: { path: '^pipeline/model/' },
      to: { pathNot: '^(pipeline/model/|crypto$|node:crypto$)' },
    },
    ...stages.map((folder) => ({
      name: `${folder}-imports-leaves-only`,
      severity: 'error',
      from: { path: `^pipeline/${folder}/` },
      to: { path: '^pipeline/', pathNot: `${leaves}|^pipeline/${folder}/` },
    })),
    {
      name: 'leaves-import-the-model-and-leaves-only',
      severity: 'error',
      from: { path: '^pipeline/(language|files|pdf)/' },
      to: { path: '^pipeline/', pathNot: '^pipeline/(model|language|files|pdf)/' },
    },
    {
      name: 'flow-runner-line-and-work-import-model-only',
      severity: 'error',
      from: { path: '^pipeline/(flow|line|runner|working)[.]ts$' },
      to: { path: '^pipeline/', pathNot: '^pipeline/model/|^pipeline/(flow|line|runner)[.]ts$' },
    },
    {
      name: 'only-wiring-constructs',
      comment: 'commands and the demonstration see wiring, the model and each other',
      severity: 'error',
      from: { path: '^pipeline/(main|demo)[.]ts$|^pipeline/commands/' },
      to: { path: '^pipeline/', pathNot: '^pipeline/(working|exit-code)[.]ts$|^pipeline/wiring/|^pipeline/commands/|^pipeline/model/' },
    },
    {
      name: 'nothing-imports-main',
      severity: 'error',
      from: {},
      to: { path: '^pipeline/(main|demo|write-schemas)[.]ts$' },
    },
    { name: 'pipeline-imports-no-test', severity: 'error', from: { path: '^pipeline/' }, to: { path: '^test/' } },
    {
      name: 'a-row-of-the-bench-stands-alone',
      severity: 'error',
      from: { path: '^test/bench/rows/' },
      to: { path: '^test/bench/(rows/|main[.]ts$)' },
    },
    {
      name: 'libraries-of-the-bench-are-its-peers',
      severity: 'error',
      from: { path: '^test/bench/', pathNot: '^test/bench/peers/|[.]test[.]ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev'] },
    },
    {
      name: 'no-dev-dependency-in-pipeline',
      severity: 'error',
      from: { path: '^pipeline/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'known-modules-only',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
