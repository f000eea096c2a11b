/** What instrumented sources ask while they run: which predicate is switched off, and who wants to know who asked. */
import type { Expression, Kysely, RawNode, SqlBool } from 'kysely';
import type { Schema } from '../../../packages/server-adapter/src/sql/schema.ts';

const always: RawNode = { kind: 'RawNode', sqlFragments: ['1 = 1'], parameters: [] };
let off: number | undefined;
let asked: Set<number> | undefined;
/** What a kept statement asked when it was built; it asks again, in a way, whenever it runs. */
const askedByPlan = new WeakMap<object, ReadonlySet<number>>();

export const mutant = {
  /** Switches one off, and the last one on again. */
  switchOff(id: number | undefined): void {
    off = id;
  },
  /** Notes in a set which ones are asked about, until another set or none is given. */
  watch(set: Set<number> | undefined): void {
    asked = set;
  },

  keeps(id: number): boolean {
    asked?.add(id);
    return id !== off;
  },
  /**
   * Asks when the statement is compiled: some conditions are made once, when their module is loaded, and an sql`` around one
   * turns it into a node at once.
   */
  condition: (id: number, make: () => Expression<SqlBool>): Expression<SqlBool> => ({
    expressionType: undefined,
    toOperationNode: () => {
      const kept: RawNode = {
        kind: 'RawNode',
        sqlFragments: ['', ''],
        parameters: [make().toOperationNode()],
      };
      const now = () => (mutant.keeps(id) ? kept : always);
      return {
        kind: 'RawNode',
        get sqlFragments() {
          return now().sqlFragments;
        },
        get parameters() {
          return now().parameters;
        },
      } as RawNode;
    },
  }),
  /** The shares of one person, as `shared` of `shares/visible.ts`, or those of everybody in the firm. */
  shares(
    id: number,
    shared: (...args: unknown[]) => unknown,
    db: Kysely<Schema>,
    scope: { firmId: string },
    type: 'case',
    now: string,
  ): unknown {
    if (mutant.keeps(id)) return shared(db, scope, type, now);
    return db
      .selectFrom('shares')
      .where('shares.firm_id', '=', scope.firmId)
      .where('shares.subject_type', '=', type);
  },

  /** Statements that are kept are kept per mutant. */
  plan<Plan extends object>(plans: Record<string, Plan>, dialect: string, make: () => Plan): Plan {
    const key = `${dialect} ${off ?? ''}`;
    const outer = asked;
    if (!plans[key]) {
      const own = new Set<number>();
      asked = own;
      try {
        plans[key] = make();
        askedByPlan.set(plans[key], own);
      } finally {
        asked = outer;
      }
    }
    for (const id of askedByPlan.get(plans[key]) ?? []) outer?.add(id);
    return plans[key];
  },
};

declare global {
  var $mutant: typeof mutant;
}
