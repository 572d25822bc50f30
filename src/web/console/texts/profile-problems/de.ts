import type { ProfileProblems } from './profile-problem.ts';

export const germanProfileProblems: ProfileProblems = {
  'the base URL needs a field <name>': 'Die Basis-URL braucht ein Feld <name>',
  'the base URL needs it, so it cannot be optional': 'Ohne dieses Feld ist die Basis-URL unvollständig',
  'no field provides <name>': 'Kein Feld liefert <name>',
  'it must be one scope, without spaces': 'Bitte einen einzelnen Scope ohne Leerzeichen eingeben',
  'the protocol sets it': 'Das setzt das Protokoll selbst',
  'a bot that authorizes itself needs a secret': 'Ein Bot, der sich selbst autorisiert, braucht ein Secret',
  'it is missing: enter the client id of the OAuth app': 'Der Wert fehlt: Geben Sie die Client-ID der OAuth-App ein',
  'it is missing: enter the client secret of the OAuth app':
    'Der Wert fehlt: Geben Sie das Client-Secret der OAuth-App ein',
  'it is empty': 'Der Wert fehlt',
  '<name> is an address: start with it': '<name> ist eine ganze Adresse: Beginnen Sie damit',
  '<name> is a whole host here: write <address>': '<name> ist hier ein ganzer Host: Schreiben Sie <address>',
  '<name> decides the host: list its hosts':
    '<name> steht am Anfang einer Adresse: Legen Sie fest, welche Hosts erlaubt sind',
  'it must be an absolute https address, without a user name and without #':
    'Geben Sie eine vollständige https-Adresse ein, ohne Benutzernamen und ohne #',
  'a loopback address is only for a sandbox: set allowInsecureLoopback':
    'Dieser Rechner ist nur für eine Testumgebung erlaubt: Setzen Sie allowInsecureLoopback',
  'it must be https': 'Die Adresse muss mit https beginnen',
  'it must not contain a port': 'Die Adresse darf keinen Port enthalten',
  '<host> is not a public host, so no request may go there':
    '<host> ist kein öffentlicher Host, dorthin geht keine Anfrage',
  'the host must end in a fixed domain, as in https://{tenant}.example.com':
    'Der Host muss in einer festen Domain enden, wie in https://{tenant}.example.com',
  'the field <name> is part of a host, so it needs a pattern':
    'Das Feld <name> ist Teil eines Hosts und braucht deshalb ein Muster',
  '<braces> has no meaning in an address': '<braces> hat in einer Adresse keine Bedeutung',
  '<name> is not a known name; known names: none': '<name> ist hier unbekannt; es gibt hier keine Namen',
  '<name> is not a known name; known names: <names>': '<name> ist hier unbekannt; bekannt sind <names>',
  '{tenant} needs a `tenant` that says what people enter':
    '{tenant} braucht einen Mandanten: Geben Sie in `tenant` an, wonach gefragt wird',
  'another field has this key': 'Ein anderes Feld hat schon diesen Schlüssel',
  'use letters, digits and _ only, and start with a letter':
    'Erlaubt sind Buchstaben, Ziffern und _, mit einem Buchstaben am Anfang',
  '<name> is reserved: use another name': '<name> hat eine eigene Bedeutung: Wählen Sie einen anderen Namen',
  'another placement has this <place>': 'Eine andere Stelle hat schon diesen Namen (<place>)',
  'no placement contains the credential: use <names>': 'Nichts enthält die Zugangsdaten: Verwenden Sie <names>',
  'write <name>': 'Schreiben Sie <name>',
  'it is not a header name': 'Das ist kein Name eines Headers',
  'a credential must not set this header': 'Diesen Header dürfen Zugangsdaten nicht setzen',
  'it needs revocationUrl': 'Dafür ist eine Widerrufs-URL nötig',
  'add <scope>: without it <product> gives no refresh token':
    'Ergänzen Sie <scope>: Ohne diesen Scope gibt <product> kein Refresh-Token aus',
  'people are offered it, but with it the bot itself signs in':
    'Das Profil ist für Personen ausgewählt, mit ihm meldet sich aber der Bot selbst an',
  'the API <api> needs a field <name>': 'Die API <api> braucht ein Feld <name>',
  'the API <api> needs it, so it cannot be optional': 'Ohne dieses Feld ist die API <api> unvollständig',
  'a secret must not be part of the base URL, which errors and logs contain: use a placement in the path, or make the field a textbox':
    'Ein Geheimnis darf nicht in der Basis-URL stehen, denn die steht auch in Fehlermeldungen und Logs: Setzen Sie es an eine Stelle im Pfad oder geben Sie dem Feld den Typ textbox',
  'a secret must not be part of the API <api>, which errors and logs contain: use a placement in the path, or make the field a textbox':
    'Ein Geheimnis darf nicht in der Adresse der API <api> stehen, denn die steht auch in Fehlermeldungen und Logs: Setzen Sie es an eine Stelle im Pfad oder geben Sie dem Feld den Typ textbox',
  'a header cannot have this value': 'Diesen Wert kann ein Header nicht haben',
};
