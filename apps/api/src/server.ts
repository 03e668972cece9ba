import { runProcess } from '@duban/nest';
import { startServer } from './start/run-server.ts';

/** Until `ending` is aborted, or the start fails. */
export const run = (ending: AbortSignal): Promise<void> =>
  runProcess({ name: 'Duban', start: startServer, ending });
