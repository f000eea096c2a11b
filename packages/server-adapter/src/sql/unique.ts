/** SQLITE_CONSTRAINT_UNIQUE (sqlite.org/rescode.html) and unique_violation (PostgreSQL, appendix A). */
const sqliteUnique = 2067;
const postgresUnique = '23505';

/** Whether a statement failed because a unique key has the value already. Its transaction can only be rolled back. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return code === postgresUnique || (code === 'ERR_SQLITE_ERROR' && errcode === sqliteUnique);
}
