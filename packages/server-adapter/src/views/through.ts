/**
 * Two pairs of eyes: what a client sees, as far as a member of the firm may see it too.
 *
 * All that clients see goes by `shares`. So in a view that name stands for the shares of items that the one who looks may see:
 * every query of the client's side, also one that is written tomorrow, finds those and no others.
 */
import {
  OperationNodeTransformer,
  SelectQueryNode,
  sql,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type RootOperationNode,
  type WithNode,
} from 'kysely';
import type { Scope } from '../access/actor.ts';
import { visible } from '../shares/visible.ts';
import type { Executor } from '../sql/database.ts';
import type { ShareTable } from '../sql/schema.ts';

/** The same database, in which there are no shares but those of what the scope sees. For reading. */
export function seenThrough(executor: Executor, scope: Scope, now: string): Executor {
  const { dialect, run } = executor;
  const narrow = executor.withPlugin(new Narrowed(sharesOf(executor, scope, now)));
  return Object.assign(narrow, { dialect, run, narrowed: true } as const);
}

function sharesOf(executor: Executor, scope: Scope, now: string): WithNode {
  // In its own definition the name means the table: on Postgres by itself, on SQLite with that of the schema before it.
  const table = executor.dialect === 'sqlite' ? sql`main.shares as shares` : sql`shares`;
  const isSeen = (type: 'case' | 'thread') => visible(scope, type, now, table);
  const seen = sql<ShareTable>`(select shares.* from ${table} where shares.firm_id = ${scope.firmId}
    and exists (select 1 from cases
      where cases.firm_id = shares.firm_id and cases.id = shares.case_id and ${isSeen('case')})
    and (shares.subject_type <> 'thread' or exists (select 1 from threads
      where threads.firm_id = shares.firm_id and threads.id = shares.subject_id and ${isSeen('thread')})))`;
  const query = executor.with(
    (cte) => cte('shares').notMaterialized(),
    () => seen,
  );
  return query.selectFrom('shares').selectAll().toOperationNode().with!;
}

/** Says before a query what the name means in it. What is no query does not run. */
class Narrowed extends OperationNodeTransformer implements KyselyPlugin {
  readonly #shares: WithNode;

  constructor(shares: WithNode) {
    super();
    this.#shares = shares;
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    if (!SelectQueryNode.is(node)) throw new Error('Whoever looks as a client only reads');
    return { ...this.transformNode(node), with: this.#shares };
  }

  /** The parts of a query have been through here too, and must not say it again: a union could not. */
  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    const { with: _, ...query } = super.transformSelectQuery(node);
    return query;
  }

  transformResult: NonNullable<KyselyPlugin['transformResult']> = async ({ result }) => result;
}
