/** The database is well, but too many want something of it at once. Nothing was done; ask again in a moment. */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy';

  constructor(cause: unknown) {
    super('The database is busy', { cause });
  }
}
