/** Calls of one endpoint as raw HTTP, so that they can be wrong in every way. */
import { pathParams, type Endpoint, type Problem } from '@casefront/core/contract';
import type { TestBrowser } from '../index.ts';

export interface Given {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The whole answer but for the request's id, which never repeats: equal means that nobody can tell two apart. */
  readonly bytes: string;
}

export interface CallOptions {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Replaces the JSON of the input. */
  readonly body?: string;
  /** Added to the query. */
  readonly query?: string;
}

export async function call(
  browser: Pick<TestBrowser, 'fetch'>,
  endpoint: Endpoint,
  input: object,
  { headers = {}, body, query }: CallOptions = {},
): Promise<Given> {
  const names = new Set(pathParams(endpoint.path));
  const fields = Object.entries(input);
  const path = endpoint.path.replace(
    /:(\w+)/g,
    (_, name: string) => (input as Record<string, string>)[name]!,
  );
  const rest = Object.fromEntries(fields.filter(([name]) => !names.has(name)));
  const isRead = endpoint.method === 'GET';
  const search = [isRead ? new URLSearchParams(rest as Record<string, string>).toString() : '', query]
    .filter(Boolean)
    .join('&');
  const all = {
    ...(!isRead && { 'content-type': 'application/json', 'x-portal': '1' }),
    ...headers,
  };
  const response = await browser.fetch(`/v1${path}${search && `?${search}`}`, {
    method: endpoint.method,
    headers: Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ...(!isRead && { body: new TextEncoder().encode(body ?? JSON.stringify(rest)) }),
  });
  const text = await response.text();
  const given = Object.fromEntries(response.headers);
  const { 'x-request-id': id = '', ...others } = given;
  const bytes = JSON.stringify([response.status, others, id === '' ? text : text.replaceAll(id, '')]);
  return { status: response.status, headers: given, text, bytes };
}

export const problemOf = ({ text }: Given): Problem => JSON.parse(text) as Problem;
