import { describeEventStore, type Capabilities, type LogFactory } from '@duban/event-store-conformance';
import { personalFields, withPersonalText, type FieldsOf } from '@duban/privacy';
import { memoryLogFactory } from '../conformance/memory-log-factory.ts';
import { sqliteLogFactory } from '../conformance/sqlite-log-factory.ts';
import { everyText } from './every-text.ts';
import { privacyPlaces } from './privacy-places.ts';

/** Every client opens the vault anew, as another process would. */
const encrypted =
  (factory: LogFactory, fieldsOf: FieldsOf): LogFactory =>
  async (clock) => {
    const log = await factory(clock);
    const places = privacyPlaces();
    return {
      open: async () => withPersonalText(await log.open(), places.vault(), fieldsOf),
      crash: log.crash,
      remove: async () => {
        await log.remove();
        places.remove();
      },
    };
  };

const promises: Capabilities['promises'] = ['fresh', 'durable', 'shared', 'contiguous', 'global-keys'];

describeEventStore('sqlite with personal text', encrypted(sqliteLogFactory, personalFields), { promises });
describeEventStore('sqlite with every text encrypted', encrypted(sqliteLogFactory, everyText), { promises });
describeEventStore('memory with every text encrypted', encrypted(memoryLogFactory(), everyText), {
  promises,
});
