/** What readiness shows. `remedy` says what to do; writing resumes by itself unless it says otherwise. */
export type LogHealth =
  | { readonly status: 'ok'; readonly walBytes: number }
  | {
      readonly status: 'unavailable';
      readonly code: string;
      readonly remedy: string;
      readonly walBytes: number;
    };
