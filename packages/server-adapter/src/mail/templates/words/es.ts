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
    open: 'Abrir',
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
  linkUntil: (date) => `El enlace funciona una sola vez, hasta el ${date}.`,
  reset: {
    subject: 'elija una contraseña nueva',
    title: 'Elija una contraseña nueva',
    opening: (firm) =>
      `Nos han pedido un enlace para poner una contraseña nueva a su cuenta en el portal de ${firm}.`,
    unexpected: (phone) =>
      `Si no lo pidió usted, no tiene que hacer nada: su contraseña sigue siendo la misma. Si este correo le llega una y otra vez, llámenos al ${phone}.`,
    action: 'Elegir una contraseña nueva',
  },
  emailOld: {
    subject: 'confirme su correo nuevo',
    title: 'Confirme su correo electrónico nuevo',
    opening: (firm) =>
      `Alguien que ha iniciado sesión en su cuenta del portal de ${firm} ha pedido otra dirección de correo. Cambiará cuando se confirme desde los dos buzones, este y el nuevo, con su contraseña.`,
    unexpected: (phone) =>
      `Si no fue usted, no lo confirme y llámenos enseguida al ${phone}: hay otra persona en su cuenta.`,
    action: 'Ver el cambio',
  },
  emailNew: {
    subject: 'confirme esta dirección de correo',
    title: 'Confirme esta dirección de correo',
    opening: (firm) =>
      `Alguien ha dado esta dirección de correo como suya en el portal de ${firm}. Si fue usted, confírmela con su contraseña.`,
    unexpected: (phone) =>
      `Si no sabe de qué se trata, no tiene que hacer nada: no usaremos su dirección. En caso de duda, llámenos al ${phone}.`,
    action: 'Confirmar esta dirección',
  },
  passwordChanged: {
    subject: 'se cambió su contraseña',
    title: 'Se cambió su contraseña',
    opening: (firm, date) =>
      `La contraseña de su cuenta en el portal de ${firm} se cambió el ${date}. En todos los demás dispositivos se ha cerrado la sesión.`,
  },
  emailChangedOld: {
    subject: 'se cambió su correo electrónico',
    title: 'Se cambió su correo electrónico',
    opening: (firm, date) =>
      `Su cuenta en el portal de ${firm} tiene otra dirección de correo desde el ${date}. Ahora entra con esa, y allí le escribimos.`,
  },
  emailChangedNew: {
    subject: 'esta es ahora su dirección',
    title: 'Esta es ahora su dirección de correo',
    opening: (firm, date) =>
      `Su cuenta en el portal de ${firm} tiene esta dirección de correo desde el ${date}. Ahora entra con ella, y aquí le escribimos.`,
  },
  factorAdded: {
    subject: 'se configuró un segundo paso',
    title: 'Se configuró un segundo paso',
    opening: (firm, date) =>
      `El ${date} se configuró un segundo paso para entrar en su cuenta en el portal de ${firm}.`,
  },
  factorRemoved: {
    subject: 'se quitó un segundo paso',
    title: 'Se quitó un segundo paso',
    opening: (firm, date) =>
      `El ${date} se quitó un segundo paso para entrar en su cuenta en el portal de ${firm}.`,
  },
  recoveryCodeUsed: {
    subject: 'se usó un código de recuperación',
    title: 'Se usó uno de sus códigos de recuperación',
    opening: (firm, date) =>
      `El ${date} alguien entró en su cuenta en el portal de ${firm} con uno de sus códigos de recuperación. Ese código ya no funciona.`,
  },
  codesGuessed: {
    subject: 'puede que alguien sepa su contraseña',
    title: 'Puede que alguien sepa su contraseña',
    opening: (firm, date) =>
      `El ${date} la contraseña de su cuenta en el portal de ${firm} era correcta, y después se escribieron códigos incorrectos una y otra vez. Nadie entró así. Si no fue usted, elija otra contraseña.`,
  },
  notice: {
    unexpected: (phone) => `Si no lo hizo usted, llámenos enseguida al ${phone}.`,
    action: 'Abrir el portal',
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
    client: {
      opening: (firm) => `${firm} ha puesto algo nuevo en su portal de clientes.`,
      privacy: 'Por su privacidad, este correo no dice de qué se trata.',
    },
    staff: {
      opening: (firm) => `Ha ocurrido algo en el portal de ${firm} que usted debe saber.`,
      privacy: 'Por confidencialidad, este correo no dice de qué se trata.',
    },
    action: 'Ver las novedades',
  },
};
