/** Who asked (Personal Information Protection Law, articles 47 and 49), or that the period of keeping has run out. */
export const ERASURE_REQUESTERS = ['person', 'relative', 'authority', 'retention'] as const;
export type ErasureRequester = (typeof ERASURE_REQUESTERS)[number];
