/**
 * Fills an empty database with Harborview Law: four staff, seven clients, three cases, half a year of work. Does
 * nothing when the firm is there already.
 */
import { createFirm } from '@casefront/server-adapter';
import { access, rename, rm } from 'node:fs/promises';
import { firm } from '../firm.ts';
import { cases } from './cases.ts';
import { events } from './events.ts';
import { messages } from './messages.ts';
import { livePast } from './past.ts';
import { admin, demoPassword, people } from './people.ts';
import { visits } from './visits.ts';

export interface SeedOptions {
  readonly file: string;
  readonly secret: Uint8Array;
  /** The page with the portal: `http://localhost:4310/portal`. */
  readonly portalUrl: string;
}

export async function seed(options: SeedOptions): Promise<void> {
  const isThere = await access(options.file).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  console.log('Harborview Law has no files yet: half a year of work is being made up (a few seconds) …');
  // Under another name until it is whole: whoever stops it in the middle begins again, and not with half a firm.
  const unfinished = `${options.file}.unfinished`;
  for (const suffix of ['', '-wal', '-shm', '.lock']) await rm(unfinished + suffix, { force: true });
  await livePast(
    {
      ...options,
      file: unfinished,
      password: demoPassword,
      admin: admin.email,
      async found(database) {
        const { link } = await createFirm(database, options.secret, {
          slug: 'harborview',
          name: firm.name,
          branding: { brand: firm.brand, logoUrl: null },
          contact: {
            phone: firm.phone,
            email: firm.email,
            address: `${firm.street}, ${firm.town}`,
            hours: firm.hours,
            website: 'https://harborview.example',
            emergencyNote: `In danger now? Call 911. Arrested, or stopped at the border? ${firm.afterHours}, day and night.`,
          },
          timeZone: firm.timeZone,
          // Whoever tries the demo signs in with one password; a firm would leave this out, and staff need two factors.
          settings: { secondFactor: 'nobody', deskUrl: '/desk' },
          portalUrl: options.portalUrl,
          admin,
        });
        return link;
      },
    },
    [...people, ...cases, ...events, ...messages, ...visits],
  );
  await rename(unfinished, options.file);
  await rm(`${unfinished}.lock`, { force: true });
}
