import { defineConfig } from 'vitest/config';

// The long runs of test/crash, two at a time: `npm run crash`, or a part of them: `npm run crash -- every-killed`, `-- every-failed`, `-- thousand`.
export default defineConfig({ test: { include: ['test/crash/*.sweep.ts'], hookTimeout: 120_000, pool: 'forks', maxWorkers: 2 } });
