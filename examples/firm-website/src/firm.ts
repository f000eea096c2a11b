/** Harborview Law and everyone in it are invented; 555-01xx numbers and `.example` addresses belong to nobody. */
export const firm = {
  name: 'Harborview Law',
  brand: '#174a5b',
  street: '14 Chandler’s Row',
  town: 'Port Ellery, Washington',
  phone: '(360) 555-0142',
  phoneHref: 'tel:+13605550142',
  afterHours: '(360) 555-0119',
  afterHoursHref: 'tel:+13605550119',
  email: 'office@harborview.example',
  hours: 'Weekdays, 8:30 to 5:00',
  timeZone: 'America/Los_Angeles',
} as const;

/** One of the four people of the firm. `initials` names the drawing of signal flags in `public/images/people`. */
export interface Person {
  readonly slug: string;
  readonly name: string;
  readonly initials: string;
  readonly title: string;
  readonly languages: string;
  readonly short: string;
  readonly biography: readonly string[];
  readonly admitted?: string;
}

export const people: readonly Person[] = [
  {
    slug: 'ruth-okafor',
    name: 'Ruth Okafor',
    initials: 'ro',
    title: 'Partner, immigration',
    languages: 'English, Igbo, some Spanish',
    short:
      'Green cards, citizenship and asylum. Came here on a student visa herself and kept every receipt notice.',
    biography: [
      'Ruth opened the office in 2009 with one desk and a borrowed fax machine. She has prepared more than nine hundred family petitions and still reads every page of every one before it goes in the mail.',
      'She came to Washington on a student visa, and she remembers what it is to check a case status page at two in the morning. She will tell you which waits are normal and which are not.',
    ],
    admitted: 'Washington, 2004',
  },
  {
    slug: 'daniel-vance',
    name: 'Daniel Vance',
    initials: 'dv',
    title: 'Partner, family law',
    languages: 'English',
    short: 'Divorce, parenting plans and support. Settles nine cases in ten, and prepares all ten for trial.',
    biography: [
      'Daniel was a public defender for eleven years before he turned to family law. He is hard to hurry and harder to provoke, which is most of what a divorce asks of a lawyer.',
      'He writes parenting plans that say who drives on Wednesdays, because that is what people argue about in the second year.',
    ],
    admitted: 'Washington, 2001',
  },
  {
    slug: 'ines-salgado',
    name: 'Inés Salgado',
    initials: 'is',
    title: 'Attorney, injury',
    languages: 'English, Spanish',
    short:
      'Road, dock and workplace injuries. Worked six years for an insurer and knows how the other side counts.',
    biography: [
      'Inés spent six years inside an insurance company, deciding what claims were worth. She left because she kept thinking the people on the other end of the phone should have somebody like her.',
      'She meets clients at home, in hospital or on the boat when they cannot come up the stairs. Atiende en español.',
    ],
    admitted: 'Washington, 2013; Oregon, 2014',
  },
  {
    slug: 'peter-lindqvist',
    name: 'Peter Lindqvist',
    initials: 'pl',
    title: 'Paralegal and client care',
    languages: 'English, Swedish',
    short: 'Answers the phone, keeps the calendar, and knows where your file is without looking it up.',
    biography: [
      'If you call us you will most likely speak to Peter first. He opens every new case, sends the portal invitations and keeps the list of what we are waiting for from whom.',
      'Before the law he was purser on the island ferry for fourteen years. He says the work is much the same: get everyone on, leave on time, lose nobody’s luggage.',
    ],
  },
];
