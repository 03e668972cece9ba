/** A store in a process of its own: takes a file in, says how far it is, and waits to be killed. */
import { diskStore, type Bytes } from '@duban/attachments';

const [dir = '', stopAt = '', address = ''] = process.argv.slice(2);
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const forEver = (): Promise<never> => new Promise(() => setInterval(() => undefined, 1_000));

async function* bytes(): Bytes {
  for (let part = 0; part < 16; part += 1) yield Buffer.alloc(65_536, part);
  if (stopAt === 'receiving') {
    say('receiving');
    await forEver();
  }
}

const upload = await diskStore(dir).receive(bytes());
if (stopAt === 'received') {
  say('received');
  await forEver();
}
await upload.keep(address);
say('kept');
await forEver();
