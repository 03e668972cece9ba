import { memoryStore } from '@duban/attachments';
import { describeAttachmentStore } from './store-contract.ts';

describeAttachmentStore('memory', () => {
  const store = memoryStore();
  return { open: () => store };
});
