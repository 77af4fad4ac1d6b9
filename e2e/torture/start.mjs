import { runnerImport } from 'vite';

// Without this a signal would end the process before its browsers.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
const { module } = await runnerImport(new URL('main.ts', import.meta.url).pathname);
process.exitCode = await module.main(process.argv.slice(2));
