/** What the firm does, one entry per practice area; each has a page of its own. */
export interface Area {
  readonly slug: string;
  readonly name: string;
  readonly lead: string;
  readonly summary: string;
  readonly fee: string;
  readonly lawyer: string;
  readonly handles: readonly string[];
  /** How such a case usually goes, stage by stage. */
  readonly stages: readonly { readonly name: string; readonly words: string }[];
  readonly questions: readonly { readonly asked: string; readonly answer: string }[];
}

export const areas: readonly Area[] = [
  {
    slug: 'immigration',
    name: 'Immigration',
    lead: 'Families first, then the paperwork that keeps them together.',
    summary: 'Family petitions, green cards, citizenship, asylum, and the letters in between.',
    fee: 'One flat fee, agreed before we start',
    lawyer: 'ruth-okafor',
    handles: [
      'Petitions for a husband, wife, parent or child',
      'Adjustment of status and consular processing',
      'Naturalization',
      'Asylum and withholding of removal',
      'Work permits and travel documents',
      'Replies to requests for evidence',
    ],
    stages: [
      {
        name: 'We listen and look',
        words: 'One long conversation, and every paper you have. You leave with a list of what is missing.',
      },
      {
        name: 'We build the filing',
        words: 'You gather, we draft. You read every form before you sign it, in English or Spanish.',
      },
      {
        name: 'The government has it',
        words:
          'The longest part, and mostly quiet. You see each receipt, appointment and notice in the portal on the day it reaches us.',
      },
      { name: 'The interview', words: 'We rehearse it with you, and we sit beside you when it happens.' },
    ],
    questions: [
      {
        asked: 'How long will it take?',
        answer:
          'It depends on the form and the office, and the published times move. We tell you the current range on the day you file and again whenever it changes.',
      },
      {
        asked: 'Should I travel while it is pending?',
        answer: 'Ask first, every time. Leaving at the wrong moment can end a good case.',
      },
      {
        asked: 'Who will know about my case?',
        answer:
          'The people working on it, whose names you will have. We do not share your address with anyone the law does not require.',
      },
    ],
  },
  {
    slug: 'family',
    name: 'Family law',
    lead: 'An ending that everyone can live with on an ordinary Wednesday.',
    summary: 'Divorce, parenting plans, support, and agreements made before they are needed.',
    fee: 'By the hour, with a statement every month',
    lawyer: 'daniel-vance',
    handles: [
      'Divorce and legal separation',
      'Parenting plans and relocation',
      'Child and spousal support',
      'Protection orders',
      'Agreements before and during marriage',
      'Changing an old order that no longer fits',
    ],
    stages: [
      {
        name: 'The first week',
        words:
          'What must be safe today: the children’s routine, the house, the accounts. Temporary orders if they are needed.',
      },
      {
        name: 'Putting it on the table',
        words: 'Both sides show what they own, owe and earn. It is dull, and it decides most cases.',
      },
      {
        name: 'Settling, or trying to',
        words: 'Usually one long day with a mediator. You never have to sit in the same room.',
      },
      {
        name: 'The final orders',
        words:
          'Washington makes everyone wait ninety days after filing. Most of ours end soon after that; a few need a trial.',
      },
    ],
    questions: [
      {
        asked: 'Can one lawyer act for both of us?',
        answer: 'No. We can write up what you both agreed, and your spouse should have someone else read it.',
      },
      {
        asked: 'What will it cost?',
        answer:
          'We give a range at the first meeting, and we call before we go past it. You see every entry on the monthly statement.',
      },
      {
        asked: 'My mail is not private.',
        answer:
          'Tell us. We can turn off email altogether, or send only a plain note that says there is something new.',
      },
    ],
  },
  {
    slug: 'injury',
    name: 'Injury',
    lead: 'You get better. We keep the file, the deadlines and the insurer.',
    summary: 'Road, dock and workplace accidents, against insurers who would rather you waited.',
    fee: 'Nothing unless we recover; then one third',
    lawyer: 'ines-salgado',
    handles: [
      'Car, truck and motorcycle collisions',
      'Injuries on docks, boats and ferries',
      'Falls in shops and rented homes',
      'Dog bites',
      'Claims your own insurer has refused',
      'The death of someone in the family',
    ],
    stages: [
      {
        name: 'Treatment',
        words:
          'You see doctors; we collect the records and stop the phone calls. Nobody should settle before they know how well they will heal.',
      },
      {
        name: 'The demand',
        words:
          'One thick, plain letter: what happened, what it cost, what it changed. You read it before it goes.',
      },
      {
        name: 'Talking',
        words: 'Offers come and go. You decide each one; we tell you what we would do and why.',
      },
      {
        name: 'Filing suit',
        words:
          'If talking fails. In Washington most injury claims must be filed within three years, and we file long before that.',
      },
    ],
    questions: [
      {
        asked: 'The adjuster wants a recorded statement.',
        answer:
          'You may say that you have a lawyer and hang up. It is not rude; it is what they would tell their own family.',
      },
      {
        asked: 'What if it was partly my fault?',
        answer: 'You can still recover in Washington, less your share. Tell us the bad parts first.',
      },
      {
        asked: 'Where does the money go?',
        answer:
          'Into a trust account that is not ours. You get a page that shows every dollar before anything is paid out.',
      },
    ],
  },
];
