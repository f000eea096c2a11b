/** What was written. The conversation in the divorce is long, as such conversations are. */
import { act, type Act, type World } from './past.ts';
import { emailOf } from './people.ts';

interface Conversation {
  readonly key: string;
  readonly caseKey: string;
  readonly subject: string;
  /** Who begins, and to whom. */
  readonly from: string;
  readonly to: readonly string[];
  /** Days ago, hour, who, what. The first begins the conversation. */
  readonly messages: readonly (readonly [daysAgo: number, at: string, from: string, body: string])[];
}

const staff = ['ruth', 'daniel', 'ines', 'peter'];

const written = (talk: Conversation): Act[] =>
  talk.messages.map(([daysAgo, at, from, body], index) =>
    act(daysAgo, at, (world) =>
      index === 0 ? begin(world, talk, body) : answer(world, talk.key, from, body),
    ),
  );

async function begin(world: World, talk: Conversation, body: string): Promise<void> {
  const { office, id, remember, signIn } = world;
  const thread = { caseId: id(talk.caseKey), recipientIds: talk.to.map(id), subject: talk.subject, body };
  const started = staff.includes(talk.from)
    ? await office.threads.start({ ...thread, authorId: id(talk.from) })
    : await (await signIn(emailOf(talk.from))).portal.threads.start(thread);
  remember(talk.key, started.id);
}

/** A client who answers has read what is there; staff read on their rounds (`visits.ts`). */
async function answer({ office, id, signIn }: World, key: string, from: string, body: string): Promise<void> {
  const threadId = id(key);
  if (staff.includes(from))
    return void (await office.messages.reply({ id: threadId, authorId: id(from), body }));
  const { portal } = await signIn(emailOf(from));
  const { revision } = await portal.threads.get({ id: threadId });
  await portal.notifications.seen({ type: 'thread', id: threadId, revision });
  await portal.messages.reply({ id: threadId, body });
}

const parentingPlan: Conversation = {
  key: 'parenting-plan',
  caseKey: 'divorce',
  subject: 'The parenting plan, and summers',
  from: 'joanna',
  to: ['daniel', 'peter'],
  messages: [
    [
      48,
      '20:12',
      'joanna',
      'Daniel, Alan sent me a text about the summer. He wants all of July. Is that something I have to answer?',
    ],
    [
      47,
      '09:05',
      'daniel',
      'You do not have to answer a text. Keep it, and send me a copy when you can. July is one of the things a parenting plan is for, and nothing is decided until you both sign one.',
    ],
    [47, '12:31', 'joanna', 'OK. He says his mother has already booked the cabin.'],
    [
      47,
      '16:48',
      'daniel',
      'A booking is not an agreement. If you would be glad for the girls to have two weeks there, that is worth a lot to him, and we can ask for something in return. If not, we say no. Think about it over the weekend.',
    ],
    [
      44,
      '08:20',
      'joanna',
      'I thought about it. Two weeks is fine. Four is too long for Maisie, she is only six.',
    ],
    [
      44,
      '10:02',
      'daniel',
      'Good. That is a reason a mediator will understand. I will put two and two, with a call every other evening.',
    ],
    [44, '10:15', 'joanna', 'Thank you. Every evening would be better for her, at bedtime.'],
    [
      44,
      '11:40',
      'daniel',
      'Every evening at 7:30, ten minutes, either of you may skip one without a reason. People who write it down like that stop fighting about it.',
    ],
    [
      41,
      '19:55',
      'joanna',
      'Peter, is there a form for what I spend in a month? I started a list but it is a mess.',
    ],
    [
      40,
      '08:44',
      'peter',
      'There is, and it is dull. A messy list is all I need. Tell me rent, car, food, childcare, insurance, and anything that comes once a year. I will put it in the boxes.',
    ],
    [
      40,
      '21:10',
      'joanna',
      'Rent 1,950. Car 310 plus gas about 160. Food maybe 800? Childcare 640 after school. Health insurance comes out of my pay, 212. Once a year: dentist for both girls, about 500, and tires.',
    ],
    [
      39,
      '09:15',
      'peter',
      'That is better than most. I have rounded nothing. Could you look at two months of card statements for food? The number people guess is almost always low, and low is not good for you here.',
    ],
    [38, '18:37', 'joanna', 'You were right. 1,040 and 985.'],
    [38, '18:52', 'peter', 'Thank you. That goes in. You are done with this part.'],
    [33, '07:50', 'joanna', 'I got a letter from Alan’s lawyer directly. Should that come to me?'],
    [
      33,
      '08:31',
      'daniel',
      'No, it should have come to me. Please do not answer it. Take a picture of each page or drop it off, whatever is easier, and I will call her this morning.',
    ],
    [
      33,
      '12:20',
      'daniel',
      'I spoke to her. Her assistant used an old address list; she apologized. The letter proposes mediation before the end of the year. I think that is a good idea and not a trick.',
    ],
    [33, '20:05', 'joanna', 'Mediation means we all sit in one room?'],
    [
      32,
      '09:00',
      'daniel',
      'Usually not. You and I are in one room, they are in another, and the mediator walks. You will hardly see him unless you want to.',
    ],
    [32, '09:12', 'joanna', 'That helps a lot.'],
    [
      27,
      '17:45',
      'joanna',
      'Wednesdays: I work until six and the girls have swim at five. Alan says he will drive but then he forgets. What do I put?',
    ],
    [
      26,
      '10:33',
      'daniel',
      'Write who drives, and what happens when it does not happen. For example: Alan drives on Wednesdays; if he cannot, he tells you by noon and finds somebody you both know. Twice in a month without a word, and Wednesday goes to your sister for the rest of the school year.',
    ],
    [26, '12:02', 'joanna', 'Can you really put something like that in a legal paper?'],
    [26, '12:40', 'daniel', 'Yes. The plan is for Wednesdays, not for the courthouse.'],
    [
      22,
      '19:20',
      'joanna',
      'He brought them back two hours late on Sunday. I wrote down the time like you said. I was very angry and I did not write to him.',
    ],
    [
      21,
      '08:58',
      'daniel',
      'That is exactly right, both parts. One time late is a bad Sunday. If it becomes a pattern we will have the times.',
    ],
    [
      17,
      '13:14',
      'peter',
      'Joanna, the school office sent us the calendar you asked them for, thank you for arranging that. I have marked the short weeks. Thanksgiving is with you this year and with Alan next, if the draft stays as it is.',
    ],
    [17, '20:41', 'joanna', 'Good. My parents will be happy.'],
    [
      13,
      '15:26',
      'daniel',
      'The mediator will be Helen Marsh. I have worked with her perhaps forty times. She is patient and she does not let anyone talk over anyone.',
    ],
    [13, '20:02', 'joanna', 'Is it expensive?'],
    [
      12,
      '09:18',
      'daniel',
      'Her half day is shared, so your part is a little under what one court hearing would cost you. If it ends there, it is the cheapest morning of the whole divorce. I will put the exact figure in the next statement before you agree to anything.',
    ],
    [12, '09:40', 'joanna', 'OK, yes please.'],
    [
      9,
      '09:20',
      'peter',
      'It is in your calendar here: the Old Customs House, 9:30. Daniel will meet you at the door a little before. There is parking behind the chandlery.',
    ],
    [9, '12:55', 'joanna', 'Thank you Peter. Do I bring anything?'],
    [
      9,
      '13:10',
      'peter',
      'The draft with your marks on it, and the school calendar. A sandwich does no harm, these mornings run long.',
    ],
    [
      5,
      '16:30',
      'daniel',
      'The draft plan is ready for you to read. Do not look for legal mistakes, that is my job. Mark whatever you would not want to live by in the second year.',
    ],
    [
      4,
      '21:33',
      'joanna',
      'I read it twice. I marked three places. The birthday one made me cry a bit but it is right.',
    ],
    [
      3,
      '08:47',
      'daniel',
      'Birthdays do that. Bring the marks on the day, or tell me here and I will change the draft beforehand.',
    ],
    [
      2,
      '19:06',
      'joanna',
      'Page 4: he should pay for swim if it is his Wednesday. Page 6: I want to be asked before they get phones. Page 7: the birthday, leave it.',
    ],
    [
      1,
      '10:22',
      'daniel',
      'All three are reasonable and I have put them in. Phones may take some talking; I will tell you why when we meet. You are well prepared, Joanna.',
    ],
  ],
};

const interview: Conversation = {
  key: 'interview',
  caseKey: 'green-card',
  subject: 'La entrevista',
  from: 'ines',
  to: ['elena', 'ruth'],
  messages: [
    [
      30,
      '10:00',
      'ines',
      'Elena, soy Inés. Voy a ayudarles a usted y a Mark a prepararse para la entrevista, en español o en inglés, como prefiera.',
    ],
    [
      29,
      '19:40',
      'elena',
      'Muchas gracias, Inés. Prefiero español. ¿En la entrevista también puedo hablar español?',
    ],
    [
      28,
      '09:25',
      'ines',
      'Sí. Puede llevar un intérprete, y nosotros lo buscamos. Casi todos los oficiales son amables, pero van rápido; con intérprete usted tiene tiempo para pensar.',
    ],
    [28, '20:15', 'elena', 'Me preocupa olvidar las fechas. Soy muy mala con las fechas.'],
    [
      27,
      '11:05',
      'ines',
      'Es lo más normal del mundo. Si no recuerda algo, se dice «no recuerdo la fecha exacta». Eso no es un problema. Inventar una fecha sí lo es.',
    ],
    [
      8,
      '15:45',
      'ines',
      'Ya tiene en su calendario la primera práctica. Vengan los dos si pueden; es solo una conversación.',
    ],
    [
      7,
      '21:02',
      'elena',
      'Ahí estaremos. Mark todavía no puede entrar al portal, creo que no le llegó la invitación.',
    ],
    [
      1,
      '17:12',
      'ines',
      'Gracias por avisar, Elena. Peter se la envía. Y no se preocupe por las fotos: con ocho o diez basta.',
    ],
  ],
};

const records: Conversation = {
  key: 'records',
  caseKey: 'injury',
  subject: 'Medical records from Island Orthopedics',
  from: 'peter',
  to: ['thomas', 'ines'],
  messages: [
    [
      20,
      '11:20',
      'peter',
      'Thomas, Island Orthopedics says they sent the records to you and not to us. Did a large envelope come?',
    ],
    [19, '08:05', 'thomas', 'Yes. It is on the kitchen table. I thought it was a bill so I did not open it.'],
    [
      19,
      '08:30',
      'peter',
      'Very sensible. Please do not open it now either. I am on the 4:10 ferry and will ring your bell.',
    ],
    [19, '17:02', 'thomas', 'Handed over. Thank you for coming out.'],
    [
      3,
      '14:45',
      'ines',
      'I have read them all. Two things in there help you a great deal. I will explain on the phone on our appointment, it is easier with the pictures in front of us.',
    ],
  ],
};

const hello: Conversation = {
  key: 'hello',
  caseKey: 'divorce',
  subject: 'Welcome',
  from: 'peter',
  to: ['joanna', 'daniel'],
  messages: [
    [
      94,
      '09:00',
      'peter',
      'Welcome, Joanna. This is the place to ask us anything; Daniel and I both read it. We usually answer within one working day. If something cannot wait, call: (360) 555-0142.',
    ],
    [94, '12:15', 'joanna', 'Thank you. It is good to have one place for this.'],
  ],
};

export const messages: readonly Act[] = [parentingPlan, interview, records, hello].flatMap(written);
