/** Writes rows one by one as no portal may: `synchronous = normal` does not wait for the disk. For a control. */
import { DatabaseSync } from 'node:sqlite';

const { file, most } = JSON.parse(process.argv[2] ?? '') as { file: string; most: number };
const database = new DatabaseSync(file);
database.exec('pragma journal_mode = wal; pragma synchronous = normal; create table rows (id integer)');
const insert = database.prepare('insert into rows values (?)');
for (let id = 0; id < most; id++) insert.run(id);
database.close();
