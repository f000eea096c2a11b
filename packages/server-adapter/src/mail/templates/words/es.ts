import type { MailWords } from './en.ts';

/** Everything that mails say, in Spanish. */
export const es: MailWords = {
  footer: {
    noReply: (phone) =>
      `Por favor, no responda a este correo: nadie lee las respuestas. Escríbanos en el portal o llame al ${phone}.`,
    staff: (firm) => `Recibe este correo porque trabaja en ${firm}.`,
  },
  discreet: {
    subject: 'Algo para usted',
    title: 'Hay algo para usted',
    opening: 'Ábralo cuando esté a solas. Si no lo está, este correo puede esperar.',
    footer: 'Por favor, no responda a este correo: nadie lee las respuestas.',
  },
  invitation: {
    client: {
      subject: 'su portal de clientes está listo',
      title: 'Su portal de clientes está listo',
      opening: (firm) => `${firm} le invita a su portal de clientes.`,
      openingFrom: (person, firm) => `${person}, de ${firm}, le invita al portal de clientes del despacho.`,
      about: 'Es parte de nuestro sitio web. Allí puede ver cómo va todo y escribirnos a cualquier hora.',
    },
    staff: {
      subject: 'su cuenta está lista',
      title: 'Su cuenta está lista',
      opening: (firm) => `${firm} le invita a su portal como miembro del despacho.`,
      openingFrom: (person, firm) => `${person} le invita al portal de ${firm} como miembro del despacho.`,
      about: 'Allí los clientes ven sus casos y escriben a las personas que los llevan.',
    },
    until: (date) => `El enlace funciona una sola vez, hasta el ${date}. Le pedirá que elija una contraseña.`,
    unexpected: (phone) => `Si el enlace ya no funciona, o si no esperaba este correo, llámenos al ${phone}.`,
    action: 'Elegir una contraseña',
  },
  newMessage: {
    client: {
      subject: 'tiene un mensaje nuevo',
      title: 'Tiene un mensaje nuevo',
      opening: (firm) => `${firm} le escribió en el portal de clientes.`,
      openingFrom: (person, firm) => `${person}, de ${firm}, le escribió en el portal de clientes.`,
      privacy: 'Por su privacidad, el mensaje no está en este correo.',
    },
    staff: {
      subject: 'tiene un mensaje nuevo',
      title: 'Tiene un mensaje nuevo',
      opening: 'Alguien le escribió en el portal.',
      privacy: 'Por confidencialidad, en este correo no aparecen ni el mensaje ni quien lo envía.',
    },
    action: 'Leer el mensaje',
  },
  caseUpdate: {
    subject: 'hay novedades para usted',
    title: 'Hay novedades para usted',
    opening: (firm) => `${firm} ha puesto algo nuevo en su portal de clientes.`,
    privacy: 'Por su privacidad, este correo no dice de qué se trata.',
    action: 'Ver las novedades',
  },
};
