/** What a member of the cluster under test is told and tells: plain data over the channel between the processes. */
export type ToMember = { readonly now: number };
export type FromMember = { readonly port: number };

export type MemberKind = 'api' | 'worker';
