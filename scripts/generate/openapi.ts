/** Derives `packages/core/openapi.json` (OpenAPI 3.1) from the contract. */
import { readdir } from 'node:fs/promises';
import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import {
  apiVersion,
  contract,
  errorsOf,
  pathParams,
  Problem,
  walk,
  type Endpoint,
} from '../../packages/core/src/contract/index.ts';

const security = {
  public: [],
  person: [{ session: [] }],
  client: [{ session: [] }],
  firm: [{ session: [] }, { apiKey: [] }],
};

/** Makes the schemas that contract modules export under a name of their own components of that name. */
async function nameSchemas(): Promise<void> {
  const dir = new URL('../../packages/core/src/contract/', import.meta.url);
  for (const file of (await readdir(dir, { recursive: true })).sort()) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const module: Record<string, unknown> = await import(new URL(file, dir).href);
    for (const [name, value] of Object.entries(module))
      if (/^[A-Z]/.test(name) && value instanceof z.ZodObject)
        z.globalRegistry.add(value, { ...value.meta(), id: name });
  }
}

function operation(name: string, endpoint: Endpoint): ZodOpenApiOperationObject {
  const { method, path, spec } = endpoint;
  const params = Object.fromEntries(pathParams(path).map((param) => [param, z.string()]));
  const headers = {
    'X-Portal': z
      .literal('1')
      .meta({ description: 'Proves that a page script of an allowed origin is calling' }),
    'Idempotency-Key': z
      .string()
      .max(100)
      .optional()
      .meta({ description: 'The same key and body again give the same answer and no second effect' }),
  };
  return {
    operationId: name,
    tags: [name.slice(0, name.lastIndexOf('.'))],
    summary: spec.summary,
    security: security[spec.audience],
    requestParams: {
      path: z.object(params),
      ...(method === 'GET' && spec.input ? { query: spec.input } : {}),
      ...(method === 'GET' ? {} : { header: z.object(headers) }),
    },
    ...(method !== 'GET' && spec.input
      ? { requestBody: { required: true, content: { 'application/json': { schema: spec.input } } } }
      : {}),
    responses: {
      ...(spec.result
        ? { '200': { description: spec.summary, content: { 'application/json': { schema: spec.result } } } }
        : { '204': { description: 'Done' } }),
      default: { $ref: '#/components/responses/Problem' },
    },
    'x-problems': errorsOf(endpoint),
    ...(spec.scope ? { 'x-scope': spec.scope } : {}),
    'x-audience': spec.audience,
  };
}

export async function openapiFile(): Promise<string> {
  await nameSchemas();
  const paths: ZodOpenApiPathsObject = {};
  for (const { name, endpoint } of walk(contract)) {
    const path = `/${apiVersion}${endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
  }
  const document = createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Casefront',
      version: apiVersion,
      description: 'The client portal a law firm puts inside its own website.',
    },
    paths,
    components: {
      responses: {
        Problem: {
          description: "RFC 9457 problem details; `code` is one of the operation's `x-problems`",
          content: { 'application/problem+json': { schema: Problem } },
        },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-lp_session' },
        apiKey: { type: 'http', scheme: 'bearer', description: "A key of the firm's own system" },
      },
    },
  });
  return `${JSON.stringify(document, null, 2)}\n`;
}
