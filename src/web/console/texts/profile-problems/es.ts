import type { ProfileProblems } from './profile-problem.ts';

export const spanishProfileProblems: ProfileProblems = {
  'the base URL needs a field <name>': 'La URL base necesita un campo <name>',
  'the base URL needs it, so it cannot be optional': 'La URL base está incompleta sin este campo',
  'no field provides <name>': 'Ningún campo proporciona <name>',
  'it must be one scope, without spaces': 'Escriba un solo ámbito, sin espacios',
  'the protocol sets it': 'Lo establece el propio protocolo',
  'a bot that authorizes itself needs a secret': 'Un bot que se autoriza a sí mismo necesita un secreto',
  'it is missing: enter the client id of the OAuth app': 'Falta: escriba el ID de cliente de la aplicación OAuth',
  'it is missing: enter the client secret of the OAuth app':
    'Falta: escriba el secreto de cliente de la aplicación OAuth',
  'it is empty': 'Está vacío',
  '<name> is an address: start with it': '<name> es una dirección entera: empiece por ella',
  '<name> is a whole host here: write <address>': '<name> es aquí un host entero: escriba <address>',
  '<name> decides the host: list its hosts': '<name> empieza una dirección: indique qué hosts se permiten',
  'it must be an absolute https address, without a user name and without #':
    'Escriba una dirección https completa, sin nombre de usuario y sin #',
  'a loopback address is only for a sandbox: set allowInsecureLoopback':
    'Este equipo solo se permite para un entorno de pruebas: active allowInsecureLoopback',
  'it must be https': 'La dirección debe ser https',
  'it must not contain a port': 'La dirección no debe contener un puerto',
  '<host> is not a public host, so no request may go there':
    '<host> no es un host público, así que ninguna solicitud puede ir allí',
  'the host must end in a fixed domain, as in https://{tenant}.example.com':
    'El host debe terminar en un dominio fijo, como en https://{tenant}.example.com',
  'the field <name> is part of a host, so it needs a pattern':
    'El campo <name> forma parte de un host, así que necesita un patrón',
  '<braces> has no meaning in an address': '<braces> no significa nada en una dirección',
  '<name> is not a known name; known names: none': '<name> no se conoce aquí; aquí no hay nombres',
  '<name> is not a known name; known names: <names>': '<name> no se conoce aquí; se conocen <names>',
  '{tenant} needs a `tenant` that says what people enter':
    '{tenant} necesita un inquilino: indique en `tenant` qué se pregunta',
  'another field has this key': 'Otro campo ya tiene esta clave',
  'use letters, digits and _ only, and start with a letter': 'Solo letras, cifras y _, empezando por una letra',
  '<name> is reserved: use another name': '<name> tiene un significado propio: use otro nombre',
  'another placement has this <place>': 'Otra ubicación ya tiene este nombre (<place>)',
  'no placement contains the credential: use <names>': 'Nada contiene la credencial: use <names>',
  'write <name>': 'Escriba <name>',
  'it is not a header name': 'No es un nombre de encabezado',
  'a credential must not set this header': 'Una credencial no puede establecer este encabezado',
  'it needs revocationUrl': 'Para eso hace falta una URL de revocación',
  'add <scope>: without it <product> gives no refresh token':
    'Añada <scope>: sin él, <product> no da un token de actualización',
  'people are offered it, but with it the bot itself signs in':
    'Está elegido para personas, pero con él inicia sesión el propio bot',
  'the API <api> needs a field <name>': 'La API <api> necesita un campo <name>',
  'the API <api> needs it, so it cannot be optional': 'La API <api> no puede prescindir de él',
  'a secret must not be part of the base URL, which errors and logs contain: use a placement in the path, or make the field a textbox':
    'Un secreto no puede formar parte de la URL base, que aparece en errores y registros: colóquelo en la ruta o dé al campo el tipo textbox',
  'a secret must not be part of the API <api>, which errors and logs contain: use a placement in the path, or make the field a textbox':
    'Un secreto no puede formar parte de la dirección de la API <api>, que aparece en errores y registros: colóquelo en la ruta o dé al campo el tipo textbox',
  'a header cannot have this value': 'Una cabecera no puede tener este valor',
};
