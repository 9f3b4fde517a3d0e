/** Where the API writes what happens to it: a pino logger will do. */
export interface ApiLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Injection token of {@link ApiLog}. */
export const API_LOG = Symbol('ApiLog');

export const silent: ApiLog = { info: () => {}, error: () => {} };
