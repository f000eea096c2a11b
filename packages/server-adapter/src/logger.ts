/** Where the server says what happens. `console` is one, and so is pino's logger behind a line of glue. */
export interface Logger {
  debug(message: string, facts?: LogFacts): void;
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  error(message: string, facts?: LogFacts): void;
}

/** Ids, codes and durations: never addresses, names, tokens or what somebody wrote (ASVS 16.2.5). */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Warnings and errors to the console, nothing else. */
export const quietLogger: Logger = {
  debug: () => {},
  info: () => {},
  warn: (message, facts) => console.warn(message, facts ?? ''),
  error: (message, facts) => console.error(message, facts ?? ''),
};

/** A logger whose failures are its own: whoever says something goes on, whatever becomes of it. */
export function steady(logger: Logger): Logger {
  const level =
    (name: keyof Logger) =>
    (message: string, facts?: LogFacts): void => {
      // Async, so that neither what it throws nor a promise that it rejects gets anywhere.
      const say = async () => logger[name](message, facts);
      say().catch(() => {});
    };
  return { debug: level('debug'), info: level('info'), warn: level('warn'), error: level('error') };
}

/**
 * What may be written down of an error. Of a database's errors only the message and the code: their other fields
 * (`detail`, `parameters`) quote the rows.
 */
export function errorFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  return {
    error: error.name,
    message: error.message,
    stack: error.stack,
    ...(typeof code === 'string' && { code }),
  };
}
