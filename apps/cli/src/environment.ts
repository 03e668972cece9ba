/** The process' environment, as it is handed down: nothing below `main.ts` reads it by itself. */
export type Environment = Readonly<Record<string, string | undefined>>;
