/** Which endpoint a method and a path mean. Built once from the contract; one step per segment of the path. */
import { pathParams, walk, type ContractTree, type Endpoint, type Method } from '@casefront/core/contract';

/** An endpoint of the contract with its place in it. */
export interface Route {
  /** Dotted place in the contract: `cases.list`. */
  readonly name: string;
  readonly endpoint: Endpoint;
  /** Names of the path's parameters, left to right. */
  readonly params: readonly string[];
}

export type Match =
  | { readonly route: Route; readonly params: Readonly<Record<string, string>> }
  /** The path is there and the method is not: the methods that are. */
  | { readonly allowed: readonly string[] }
  | undefined;

interface Place {
  readonly segments: Map<string, Place>;
  readonly routes: Map<Method, Route>;
  /** Where any other segment leads. */
  param?: Place;
}

/** @throws when two endpoints have the same method and path. */
export function createRouter(
  contract: ContractTree,
  prefix: string,
): (method: string, path: string) => Match {
  const root = newPlace();
  for (const { name, endpoint } of walk(contract)) {
    const { routes } = grow(root, `${prefix}${endpoint.path}`);
    if (routes.has(endpoint.method)) throw new Error(`${name} has the same route as another endpoint`);
    routes.set(endpoint.method, { name, endpoint, params: pathParams(endpoint.path) });
  }

  return (method, path) => {
    const values: string[] = [];
    const place = find(root, path, values);
    if (!place || place.routes.size === 0) return undefined;
    // HEAD is GET without the body (RFC 9110, 9.3.2); the host leaves the body out.
    const route = place.routes.get((method === 'HEAD' ? 'GET' : method) as Method);
    if (!route) return { allowed: methodsOf(place) };
    return { route, params: Object.fromEntries(route.params.map((name, index) => [name, values[index]!])) };
  };
}

const newPlace = (): Place => ({ segments: new Map(), routes: new Map() });

function grow(root: Place, path: string): Place {
  let place = root;
  for (const segment of path.split('/').slice(1)) {
    if (segment.startsWith(':')) {
      place = place.param ??= newPlace();
    } else {
      const next = place.segments.get(segment) ?? newPlace();
      place.segments.set(segment, next);
      place = next;
    }
  }
  return place;
}

/**
 * Every parameter is an id, so a segment that is not shaped like one leads nowhere: a malformed id gets the same 404
 * as a missing one, and nothing needs decoding.
 */
const idShape = /^[a-z]{2,8}_[0-9A-Za-z]{22}$/;

function find(root: Place, path: string, values: string[]): Place | undefined {
  let place = root;
  for (const segment of path.split('/').slice(1)) {
    const fixed = place.segments.get(segment);
    if (fixed) {
      place = fixed;
    } else if (place.param && idShape.test(segment)) {
      values.push(segment);
      place = place.param;
    } else {
      return undefined;
    }
  }
  return place;
}

function methodsOf({ routes }: Place): string[] {
  const methods: string[] = [...routes.keys()];
  if (routes.has('GET')) methods.push('HEAD');
  return [...methods, 'OPTIONS'];
}
