import type { RelayState } from '@duban/messaging';

/** Why events do not go out, for whoever watches the process. */
export type RelayReason = { readonly part: 'relay'; readonly code: string; readonly message: string };

/** A broker that is away delays events and loses none, so this never takes a process out of service. */
export const relayReasons = (relay: RelayState | null): readonly RelayReason[] => {
  if (relay === null || !['retrying', 'failed'].includes(relay.status)) return [];
  const { lastFaultCode, lastFault } = relay;
  return [{ part: 'relay', code: lastFaultCode ?? 'internal', message: lastFault ?? relay.status }];
};
