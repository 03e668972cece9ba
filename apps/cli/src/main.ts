import { program } from 'commander';

program.name('duban').description('督办: import, replay, verify, rebuild, export and bench').version('0.1.0');

await program.parseAsync();
