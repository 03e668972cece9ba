import { createMemoryOutlet } from '@duban/messaging';
import { describeOutlet } from './outlet-contract.ts';

describeOutlet('memory', async () => {
  const outlets: ReturnType<typeof createMemoryOutlet>[] = [];
  return {
    open: () => {
      const outlet = createMemoryOutlet();
      outlets.push(outlet);
      return outlet;
    },
    read: async (topic) => outlets.flatMap(({ messages }) => messages(topic)),
    close: async () => undefined,
  };
});
