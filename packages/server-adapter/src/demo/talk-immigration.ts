import type { Talk } from './talk.ts';

export const interview: Talk = {
  key: 'talk.interview',
  about: 'immigration',
  subject: 'La carta del gobierno y la entrevista',
  with: ['ruth', 'ines'],
  messages: [
    [
      35,
      '19:48',
      'marisol',
      'Buenas noches. Llegó una carta del gobierno y no entiendo si es buena o mala. Dice “biometrics”. ¿Tengo que hacer algo?',
    ],
    [
      34,
      '08:40',
      'ines',
      'Buenos días, Marisol. Es buena: es la cita para las huellas, y significa que la solicitud sigue su camino. Dura veinte minutos. Lleve la carta y su pasaporte, nada más.',
    ],
    [34, '12:15', 'marisol', 'Qué alivio. ¿Javier puede ir conmigo?'],
    [34, '13:02', 'ines', 'Puede acompañarla hasta la puerta y esperarla afuera. Adentro solo entra usted.'],
    [30, '17:26', 'marisol', 'Ya fuimos. La señora fue muy amable y me deseó suerte. ¿Y ahora?'],
    [
      29,
      '09:05',
      'ruth',
      'Very well done, Marisol. Ahora esperamos la fecha de la entrevista. Puede tardar varias semanas, y ese silencio es normal. Si llega algo, lo verá aquí el mismo día.',
    ],
    [
      9,
      '10:20',
      'ruth',
      'Llegó la fecha de la entrevista. Está en su calendario. Antes vamos a ensayar una hora con Inés, para que nada la sorprenda.',
    ],
    [9, '20:31', 'marisol', 'Me tiemblan las manos pero estoy contenta. ¿En qué idioma será?'],
    [
      8,
      '08:55',
      'ines',
      'Usted puede pedir intérprete y yo estaré al lado. Van a preguntar cosas de su vida: cómo se conocieron, quién cocina, de qué color es el sofá. Responda lo que sabe, y si no sabe algo, diga “no sé”. Eso nunca está mal.',
    ],
    [8, '21:10', 'marisol', 'Cocina Javier. El sofá es verde y muy feo, pero es nuestro.'],
    [
      7,
      '09:12',
      'ruth',
      'Perfecta respuesta. Todavía nos faltan las dos cartas de personas que los conocen. ¿A quién le gustaría pedírselas?',
    ],
    [
      1,
      '11:45',
      'ines',
      'Marisol, una idea: la carta de su hermana y la de la señora Anders, de la panadería. Que escriban con sus propias palabras; si es en español, nosotros traducimos. ¿Le parece bien?',
    ],
  ],
};

export const costs: Talk = {
  key: 'talk.translation',
  about: 'immigration',
  subject: 'Traducción del acta',
  with: ['peter'],
  messages: [
    [
      112,
      '18:05',
      'javier',
      'Buenas tardes, señor Peter. El acta de matrimonio está en español. ¿La traducción la hacemos nosotros?',
    ],
    [
      111,
      '09:25',
      'peter',
      'Buenos días, Javier. No hace falta: la traduce Inés y yo la certifico aquí. Solo necesito una foto clara de los dos lados.',
    ],
    [110, '20:14', 'javier', 'Gracias. Se la llevo mañana en papel, así no hay duda.'],
  ],
};
