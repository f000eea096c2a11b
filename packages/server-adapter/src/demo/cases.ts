/** The three cases: what they are, who is in them, and where they stand. */
import type { StaffActor } from '../access/actor.ts';
import { addParticipant, setTeam } from '../cases/firm/roster.ts';
import { openCase, updateCase } from '../cases/firm/service.ts';
import { addStep, updateStep } from '../cases/firm/steps.ts';
import { divorceSteps, immigrationSteps, injurySteps, type DemoStep } from './steps.ts';
import { act, type Act } from './stage.ts';

interface DemoCase {
  readonly key: string;
  readonly title: string;
  readonly area: string;
  readonly openedDaysAgo: number;
  readonly lead: string;
  readonly team: readonly (readonly [key: string, part: string])[];
  readonly clients: readonly (readonly [key: string, role: 'client' | 'co-client' | 'payer' | 'contact'])[];
  readonly steps: readonly DemoStep[];
  /** How it stood then; the first is how it began. */
  readonly status: readonly (readonly [daysAgo: number, label: string, meaning: string])[];
}

const cases: readonly DemoCase[] = [
  {
    key: 'immigration',
    title: 'Residencia permanente de Marisol Rivas',
    area: 'Immigration',
    openedDaysAgo: 132,
    lead: 'ruth',
    team: [
      ['ruth', 'Lead attorney'],
      ['ines', 'Spanish with the family'],
      ['peter', 'Papers and dates'],
    ],
    clients: [
      ['marisol', 'client'],
      ['javier', 'co-client'],
    ],
    steps: immigrationSteps,
    status: [
      [
        132,
        'Reuniendo documentos',
        'Estamos juntando los papeles que pide el gobierno. Usted tiene la lista.',
      ],
      [
        74,
        'En manos del gobierno',
        'La solicitud está enviada y aceptada. Ahora toca esperar la cita de la entrevista.',
      ],
      [
        9,
        'Entrevista programada',
        'El gobierno puso fecha para la entrevista. La preparamos juntos antes de ir.',
      ],
    ],
  },
  {
    key: 'divorce',
    title: 'Hadley divorce',
    area: 'Family',
    openedDaysAgo: 118,
    lead: 'daniel',
    team: [
      ['daniel', 'Lead attorney'],
      ['peter', 'Statements and scheduling'],
    ],
    clients: [
      ['claire', 'client'],
      ['helen', 'payer'],
    ],
    steps: divorceSteps,
    status: [
      [118, 'Filed', 'The court has the petition. Washington asks everyone to wait ninety days from there.'],
      [
        61,
        'Both sides are showing their papers',
        'Each of you lists what you own, owe and earn. It decides more than anything said in court.',
      ],
      [
        6,
        'Getting ready to mediate',
        'One long day with a mediator, in separate rooms. Most cases like yours end there.',
      ],
    ],
  },
  {
    key: 'injury',
    title: 'Pruitt and the ferry landing fall',
    area: 'Injury',
    openedDaysAgo: 96,
    lead: 'ines',
    team: [
      ['ines', 'Lead attorney'],
      ['peter', 'Medical records'],
    ],
    clients: [
      ['owen', 'client'],
      ['judith', 'contact'],
    ],
    steps: injurySteps,
    status: [
      [
        96,
        'Treatment comes first',
        'You see your doctors. We collect the records and take the calls from the insurer.',
      ],
      [
        4,
        'Writing the demand',
        'Your doctors say you are as well as you will be for now, so we can say what this has cost you.',
      ],
    ],
  },
];

const played = (one: DemoCase): Act[] => {
  const [first, ...later] = one.status;
  const [, statusLabel = '', statusMeaning = ''] = first ?? [];
  return [
    act(one.openedDaysAgo, '10:00', async (stage) => {
      const words = { title: one.title, area: one.area, statusLabel, statusMeaning };
      const opened = await openCase(await stage.as<StaffActor>(one.lead), {
        ...words,
        externalId: `demo-${one.key}`,
      });
      const { id } = opened;
      stage.remember(one.key, id);
      const ctx = await stage.as<StaffActor>(one.lead);
      await setTeam(ctx, { id, members: one.team.map(([key, part]) => ({ personId: stage.id(key), part })) });
      for (const { key, done, due, ...step } of one.steps) {
        const dueOn = due === undefined ? null : stage.day(due);
        const { steps } = await addStep(ctx, { caseId: id, ...step, dueOn });
        stage.remember(`${one.key}.${key}`, steps.at(-1)!.id);
      }
      for (const [key, role] of one.clients) await addParticipant(ctx, { id, personId: stage.id(key), role });
    }),
    ...later.map(([daysAgo, label, meaning]) =>
      act(daysAgo, '11:30', async (stage) =>
        updateCase(await stage.as<StaffActor>(one.lead), stage.id(one.key), {
          statusLabel: label,
          statusMeaning: meaning,
        }),
      ),
    ),
    ...one.steps.flatMap(({ key, done }, index) => {
      if (done === undefined) return [];
      const next = one.steps.slice(index + 1).find((step) => step.visible);
      return [
        act(done, '15:40', async (stage) => {
          const ctx = await stage.as<StaffActor>(one.lead);
          const change = (step: string, values: object) =>
            updateStep(ctx, { caseId: stage.id(one.key), id: stage.id(`${one.key}.${step}`), ...values });
          await change(key, { state: 'done', completedOn: stage.day(-done), waitingOn: null });
          if (next) await change(next.key, { state: 'current' });
        }),
      ];
    }),
  ];
};

export const caseActs: readonly Act[] = cases.flatMap(played);
