/** Three cases: a green card, a divorce, an injury. Hidden steps are the firm's own notes to itself. */
import type { FirmClient } from '@casefront/core/firm';
import { act, type Act, type World } from './past.ts';
import { emailOf } from './people.ts';

type NewStep = Omit<Parameters<FirmClient['steps']['create']>[0] & {}, 'caseId'>;

interface NewCase {
  readonly key: string;
  readonly title: string;
  readonly area: string;
  readonly status: readonly [label: string, meaning: string];
  readonly team: readonly (readonly [key: string, part: string])[];
  /** Who is on it; those with an account get their invitation with it. */
  readonly participants: readonly (readonly [key: string, role: 'client' | 'co-client' | 'contact'])[];
  readonly invite: readonly string[];
  readonly steps: (world: World) => readonly NewStep[];
}

const openCase = async (world: World, one: NewCase): Promise<void> => {
  const { office, id, remember, accept } = world;
  const [statusLabel, statusMeaning] = one.status;
  const { id: caseId } = await office.cases.create({
    title: one.title,
    area: one.area,
    statusLabel,
    statusMeaning,
  });
  remember(one.key, caseId);
  const members = one.team.map(([key, part]) => ({ personId: id(key), part }));
  await office.cases.setTeam({ id: caseId, members });
  for (const [key, role] of one.participants) {
    await office.cases.addParticipant({ id: caseId, personId: id(key), role });
  }
  for (const step of one.steps(world)) await office.steps.create({ caseId, ...step });
  for (const key of one.invite) {
    await office.invitations.create({ id: id(key) });
    await accept(emailOf(key));
  }
};

const greenCard: NewCase = {
  key: 'green-card',
  title: 'Green card for Elena Duarte',
  area: 'Immigration',
  status: ['Petition filed', 'USCIS has your petition. The next letter is about fingerprints.'],
  team: [
    ['ruth', 'Lead attorney'],
    ['ines', 'Interview preparation, in Spanish'],
    ['peter', 'Paperwork and calendar'],
  ],
  participants: [
    ['elena', 'client'],
    ['mark', 'co-client'],
  ],
  invite: ['elena'],
  steps: ({ day }) => [
    {
      title: 'We filed your petition',
      meaning: 'Forms I-130 and I-485, with your proof of marriage.',
      state: 'done',
      completedOn: day(0),
      visible: true,
    },
    {
      title: 'Fingerprints and photo',
      meaning: 'A short visit to the application support center in Seattle.',
      state: 'done',
      completedOn: day(33),
      visible: true,
    },
    {
      title: 'Check the affidavit of support for weak spots',
      meaning: 'Income was below the line in one quarter; prepare a joint sponsor before anyone asks.',
      state: 'done',
      visible: false,
    },
    {
      title: 'Interview at the field office',
      meaning: 'An officer asks both of you about your life together. We practice with you twice before.',
      state: 'current',
      expected: '4 to 6 months after the fingerprints',
      waitingOn: 'other',
      visible: true,
    },
    {
      title: 'Send us photos of the two of you',
      meaning: 'Eight to ten, from different months and places. Phone pictures are fine.',
      state: 'current',
      waitingOn: 'client',
      dueOn: day(114),
      visible: true,
    },
    { title: 'Strategy memo: prior overstay', state: 'current', waitingOn: 'firm', visible: false },
    {
      title: 'Decision',
      meaning: 'The card comes by mail, to our office and to your home.',
      state: 'upcoming',
      expected: 'up to 30 days after the interview',
      visible: true,
    },
  ],
};

const divorce: NewCase = {
  key: 'divorce',
  title: 'Divorce, Whitfield',
  area: 'Family',
  status: ['Petition filed', 'The court has your papers, and Alan will get his copy this week.'],
  team: [
    ['daniel', 'Lead attorney'],
    ['peter', 'Papers and calendar'],
  ],
  participants: [['joanna', 'client']],
  invite: ['joanna'],
  steps: ({ day }) => [
    {
      title: 'Petition filed and served',
      meaning:
        'Alan has been told in the way the court requires. The 90 days that Washington asks for are running.',
      state: 'done',
      completedOn: day(2),
      visible: true,
    },
    {
      title: 'Money on the table',
      meaning: 'Both of you listed what you own, owe, earn and spend.',
      state: 'done',
      completedOn: day(41),
      visible: true,
    },
    { title: 'Ask for Alan’s second pension statement', state: 'current', waitingOn: 'firm', visible: false },
    {
      title: 'Mediation',
      meaning: 'One morning with a neutral mediator. Nothing is decided that you do not sign.',
      state: 'current',
      expected: 'half a day',
      waitingOn: 'other',
      visible: true,
    },
    {
      title: 'Read the draft parenting plan',
      meaning: 'Mark whatever you would not want to live by in the second year.',
      state: 'current',
      waitingOn: 'client',
      dueOn: day(97),
      visible: true,
    },
    {
      title: 'The judge signs',
      meaning: 'Usually without a hearing when both sides agree.',
      state: 'upcoming',
      expected: '2 to 4 weeks after mediation',
      visible: true,
    },
  ],
};

const injury: NewCase = {
  key: 'injury',
  title: 'Fall at the ferry landing',
  area: 'Injury',
  status: [
    'Healing first',
    'We do not talk numbers with the insurer until your doctors know how well the shoulder will be.',
  ],
  team: [
    ['ines', 'Lead attorney'],
    ['peter', 'Medical records'],
  ],
  participants: [
    ['thomas', 'client'],
    ['grace', 'contact'],
  ],
  invite: ['thomas', 'grace'],
  steps: ({ day }) => [
    {
      title: 'We told the port and its insurer',
      meaning: 'The claim is on time, and the camera pictures are kept.',
      state: 'done',
      completedOn: day(1),
      visible: true,
    },
    {
      title: 'Treatment',
      meaning: 'Go to every appointment, and write down what you cannot do on bad days.',
      state: 'current',
      expected: '3 to 9 months',
      waitingOn: 'client',
      visible: true,
    },
    { title: 'Reserve estimate from our own expert', state: 'upcoming', visible: false },
    {
      title: 'Demand letter',
      meaning: 'We say what the fall has cost you and what we ask for, with proof of every line.',
      state: 'upcoming',
      expected: 'about 6 weeks once treatment ends',
      visible: true,
    },
    {
      title: 'Settlement, or a lawsuit',
      meaning: 'You decide, with our advice. Most cases settle.',
      state: 'upcoming',
      visible: true,
    },
  ],
};

/** What the firm says when a case moves on. */
const tell =
  (key: string, statusLabel: string, statusMeaning: string): Act['run'] =>
  ({ office, id }) =>
    office.cases.update({ id: id(key), statusLabel, statusMeaning });

export const cases: readonly Act[] = [
  act(120, '10:15', (world) => openCase(world, greenCard)),
  act(95, '14:00', (world) => openCase(world, divorce)),
  act(60, '11:30', (world) => openCase(world, injury)),
  act(
    34,
    '11:00',
    tell(
      'green-card',
      'Waiting for an interview date',
      'USCIS has everything it asked for. The next letter will say when your interview is; we will be there with you.',
    ),
  ),
  act(
    13,
    '15:30',
    tell(
      'divorce',
      'Agreeing on the parenting plan',
      'You and Alan agree on most of it. Mediation is for the two points that are left: summers, and who drives on Wednesdays.',
    ),
  ),
  act(6, '16:20', ({ office, id }) => office.invitations.create({ id: id('samir') })),
];
