/** What the log says of itself. */
export type LogState =
  | { readonly status: 'ok' }
  | { readonly status: 'unavailable'; readonly code: string; readonly remedy: string };
