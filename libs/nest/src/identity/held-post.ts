import type { Post } from '@duban/kernel';

/** A post that somebody holds today. `until`: its last day, an ISO date in Asia/Shanghai; null: none is set. */
export type HeldPost = Post & { readonly until: string | null };
