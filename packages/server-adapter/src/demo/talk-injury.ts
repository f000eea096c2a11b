import type { Talk } from './talk.ts';

export const insurer: Talk = {
  key: 'talk.insurer',
  about: 'injury',
  subject: 'The insurance company keeps calling',
  with: ['ines', 'peter'],
  messages: [
    [
      88,
      '14:02',
      'owen',
      'A man from the ferry’s insurance has called me three times. He is very friendly. He wants to “just record a few words”.',
    ],
    [
      88,
      '14:40',
      'ines',
      'You may say, “I have a lawyer, please call her,” and hang up. It is not rude. I sat in his chair for six years, and it is what we told our own families.',
    ],
    [88, '15:15', 'owen', 'Done. He said “no problem” in a way that sounded like a problem.'],
    [
      60,
      '18:20',
      'owen',
      'The knee is better on the flat. Stairs still no. The physical therapist says four more weeks.',
    ],
    [
      59,
      '09:10',
      'peter',
      'Thank you, Owen. I have asked them for their notes up to today, so you do not need to carry anything.',
    ],
    [
      33,
      '17:55',
      'owen',
      'I tried to go out on the boat. I could not get down the ladder. My sister drove me home and neither of us said much.',
    ],
    [
      32,
      '08:45',
      'ines',
      'I am sorry. Please write that evening down, just as you told me. It says more than an X-ray.',
    ],
    [
      4,
      '11:05',
      'ines',
      'Your doctor says that you are now as well as you will be for a while. So this is the moment: we write the demand. From you I need one page about what has changed.',
    ],
    [3, '19:30', 'owen', 'One page I can do. Does spelling matter?'],
    [3, '19:52', 'ines', 'Not at all. Nobody ever believed a page less for its spelling.'],
  ],
};
