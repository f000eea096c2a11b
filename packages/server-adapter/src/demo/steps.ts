/** The steps of the three cases. Hidden ones are the firm's own notes, and no client ever sees a word of them. */

export interface DemoStep {
  readonly key: string;
  readonly title: string;
  readonly meaning?: string;
  readonly visible: boolean;
  readonly state?: 'current';
  readonly expected?: string;
  readonly waitingOn?: 'client' | 'firm' | 'other';
  /** Days from today. */
  readonly due?: number;
  /** Days ago on which it was done. */
  readonly done?: number;
}

export const immigrationSteps: readonly DemoStep[] = [
  {
    key: 'gather',
    title: 'Juntar los documentos',
    meaning: 'Actas, pasaportes, fotos y pruebas de la vida en común.',
    visible: true,
    state: 'current',
    expected: '4 a 8 semanas',
    waitingOn: 'client',
    done: 90,
  },
  {
    key: 'entry',
    title: 'Check the 2011 entry record before filing',
    visible: false,
    waitingOn: 'firm',
    done: 88,
  },
  {
    key: 'file',
    title: 'Enviar la solicitud',
    meaning: 'La firmamos juntos y la mandamos con acuse de recibo.',
    visible: true,
    expected: '2 semanas',
    waitingOn: 'firm',
    done: 74,
  },
  {
    key: 'prints',
    title: 'Huellas digitales',
    meaning: 'Una cita corta en la oficina del gobierno. Solo hay que llevar la carta y un documento.',
    visible: true,
    expected: '6 a 10 semanas',
    waitingOn: 'other',
    done: 30,
  },
  {
    key: 'letters',
    title: 'Dos cartas de personas que los conocen',
    meaning: 'Alguien de la familia y alguien del trabajo o de la iglesia, en sus propias palabras.',
    visible: true,
    waitingOn: 'client',
    due: 10,
  },
  {
    key: 'rehearse',
    title: 'Ensayar la entrevista',
    meaning: 'Una hora con Ruth e Inés, en español y en inglés.',
    visible: true,
    waitingOn: 'firm',
    due: 16,
  },
  {
    key: 'overstay',
    title: 'Waiver memo, in case the officer raises the overstay',
    visible: false,
    waitingOn: 'firm',
  },
  {
    key: 'interview',
    title: 'La entrevista',
    meaning: 'Vamos con ustedes y nos sentamos al lado.',
    visible: true,
    waitingOn: 'other',
    due: 23,
  },
  { key: 'decision', title: 'La decisión', visible: true, expected: '1 a 4 meses', waitingOn: 'other' },
];

export const divorceSteps: readonly DemoStep[] = [
  {
    key: 'petition',
    title: 'File the petition',
    meaning: 'This starts the ninety days that Washington asks everyone to wait.',
    visible: true,
    state: 'current',
    waitingOn: 'firm',
    done: 112,
  },
  {
    key: 'temporary',
    title: 'A schedule for the children while it lasts',
    meaning: 'School weeks, weekends and the Wednesday dinner, written down so nobody has to argue.',
    visible: true,
    expected: '3 to 5 weeks',
    waitingOn: 'other',
    done: 84,
  },
  {
    key: 'disclosure',
    title: 'Put everything on the table',
    meaning: 'What each of you owns, owes and earns, with the statements to show it.',
    visible: true,
    expected: '6 to 8 weeks',
    waitingOn: 'client',
    due: 5,
  },
  { key: 'cabin', title: 'Ask appraiser about the cabin, quietly', visible: false, waitingOn: 'firm' },
  { key: 'bottom', title: 'Our walk-away numbers for mediation', visible: false, waitingOn: 'firm' },
  {
    key: 'mediation',
    title: 'Mediation day',
    meaning: 'Separate rooms, one mediator going back and forth. You decide each offer.',
    visible: true,
    waitingOn: 'other',
    due: 19,
  },
  {
    key: 'orders',
    title: 'Final orders',
    meaning: 'A judge signs what you agreed. Often you do not have to be there.',
    visible: true,
    expected: '3 to 6 weeks after an agreement',
    waitingOn: 'other',
  },
];

export const injurySteps: readonly DemoStep[] = [
  {
    key: 'treat',
    title: 'Get well first',
    meaning: 'Nobody should settle before they know how well they will heal.',
    visible: true,
    state: 'current',
    expected: '2 to 5 months',
    waitingOn: 'client',
    done: 4,
  },
  {
    key: 'records',
    title: 'Collect the medical records',
    meaning: 'We ask every clinic and chase the slow ones.',
    visible: true,
    waitingOn: 'firm',
    done: 3,
  },
  {
    key: 'camera',
    title: 'Landing camera footage: what it shows before 7:42',
    visible: false,
    waitingOn: 'firm',
  },
  {
    key: 'diary',
    title: 'Your page about what changed',
    meaning: 'In your own words: sleep, work, the stairs, the boat. One page is plenty.',
    visible: true,
    waitingOn: 'client',
    due: 8,
  },
  {
    key: 'demand',
    title: 'The demand letter',
    meaning: 'What happened, what it cost, what it changed. You read it before it goes.',
    visible: true,
    expected: '2 to 3 weeks',
    waitingOn: 'firm',
  },
  {
    key: 'talk',
    title: 'Talking with the insurer',
    visible: true,
    expected: '1 to 3 months',
    waitingOn: 'other',
  },
];
