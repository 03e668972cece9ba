/** The process of the double. It ends with its parent: the channel between them is its life line. */
import type { DoubleCommand, DoubleOptions, DoubleStats, FromDouble, ToDouble } from './double-control.ts';
import { DoubleCore } from './double-core.ts';
import { proposed } from './double-log.ts';
import { Member } from './double-member.ts';

const options = JSON.parse(process.argv[2] ?? '{}') as DoubleOptions;
const core = new DoubleCore(options);
const members = Array.from({ length: options.members ?? 1 }, (_, index) => new Member(core, index));
core.seats.push(...members);

const obey = (command: DoubleCommand): DoubleStats | undefined => {
  switch (command.do) {
    case 'fault':
      core.faults.add(command.fault);
      return;
    case 'clear-faults':
      core.faults.clear();
      return;
    case 'cut':
      for (const member of members) member.cut();
      return;
    case 'mute':
      core.mute(command.muted);
      return;
    case 'drop-subscriptions':
      for (const subscription of core.subscriptions) subscription.drop(command.how);
      return;
    case 'elect':
      core.leader = command.leader;
      return;
    case 'reset':
      core.reset();
      return;
    case 'truncate':
      core.log.truncate(command.stream, command.before);
      return;
    case 'show':
      core.log.show(command.records);
      return;
    case 'roll-back':
      core.log.rollBack(command.records);
      return;
    case 'write':
      core.log.append(command.stream, 'any', [proposed(command.type, 'application/json', command.data)]);
      return;
    case 'stats':
      return core.stats(members.reduce((sum, { connections }) => sum + connections, 0));
  }
};

const tell = (message: FromDouble): void => {
  process.send?.(message);
};

process.on('message', ({ id, ...command }: ToDouble) => {
  try {
    const stats = obey(command);
    tell(stats === undefined ? { id } : { id, stats });
  } catch (error) {
    tell({ id, failed: String(error) });
  }
});
process.on('disconnect', () => {
  process.exit(0);
});

for (const [index, member] of members.entries()) await member.open(options.ports?.[index] ?? 0);
tell({ ports: members.map(({ port }) => port()) });
