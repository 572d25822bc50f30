import type { ProfileProblems } from './profile-problem.ts';

export const frenchProfileProblems: ProfileProblems = {
  'the base URL needs a field <name>': 'L’URL de base a besoin d’un champ <name>',
  'the base URL needs it, so it cannot be optional': 'L’URL de base est incomplète sans ce champ',
  'no field provides <name>': 'Aucun champ ne fournit <name>',
  'it must be one scope, without spaces': 'Saisissez un seul scope, sans espaces',
  'the protocol sets it': 'Le protocole le définit lui-même',
  'a bot that authorizes itself needs a secret': 'Un bot qui s’autorise lui-même a besoin d’un secret',
  'it is missing: enter the client id of the OAuth app':
    'Il manque : saisissez l’identifiant client de l’application OAuth',
  'it is missing: enter the client secret of the OAuth app':
    'Il manque : saisissez le secret client de l’application OAuth',
  'it is empty': 'La valeur manque',
  '<name> is an address: start with it': '<name> est une adresse entière : commencez par elle',
  '<name> is a whole host here: write <address>': '<name> est ici un hôte entier : écrivez <address>',
  '<name> decides the host: list its hosts': '<name> commence une adresse : indiquez les hôtes autorisés',
  'it must be an absolute https address, without a user name and without #':
    'Saisissez une adresse https complète, sans nom d’utilisateur et sans #',
  'a loopback address is only for a sandbox: set allowInsecureLoopback':
    'Cette machine n’est permise que pour un bac à sable : activez allowInsecureLoopback',
  'it must be https': 'L’adresse doit être en https',
  'it must not contain a port': 'L’adresse ne doit pas contenir de port',
  '<host> is not a public host, so no request may go there':
    '<host> n’est pas un hôte public, aucune requête ne peut y aller',
  'the host must end in a fixed domain, as in https://{tenant}.example.com':
    'L’hôte doit se terminer par un domaine fixe, comme dans https://{tenant}.example.com',
  'the field <name> is part of a host, so it needs a pattern':
    'Le champ <name> fait partie d’un hôte, il lui faut donc un motif',
  '<braces> has no meaning in an address': '<braces> n’a aucun sens dans une adresse',
  '<name> is not a known name; known names: none': '<name> est inconnu ici ; aucun nom n’est connu ici',
  '<name> is not a known name; known names: <names>': '<name> est inconnu ici ; sont connus : <names>',
  '{tenant} needs a `tenant` that says what people enter':
    '{tenant} a besoin d’un locataire : indiquez dans `tenant` ce qui est demandé',
  'another field has this key': 'Un autre champ a déjà cette clé',
  'use letters, digits and _ only, and start with a letter':
    'Lettres, chiffres et _ seulement, en commençant par une lettre',
  '<name> is reserved: use another name': '<name> a son propre sens : choisissez un autre nom',
  'another placement has this <place>': 'Un autre emplacement a déjà ce nom (<place>)',
  'no placement contains the credential: use <names>': 'Rien ne contient l’accès : utilisez <names>',
  'write <name>': 'Écrivez <name>',
  'it is not a header name': 'Ce n’est pas un nom d’en-tête',
  'a credential must not set this header': 'Un accès ne peut pas définir cet en-tête',
  'it needs revocationUrl': 'Il faut pour cela une URL de révocation',
  'add <scope>: without it <product> gives no refresh token':
    'Ajoutez <scope> : sans lui, <product> ne donne pas de jeton d’actualisation',
  'people are offered it, but with it the bot itself signs in':
    'Ce profil est choisi pour des personnes, mais c’est le bot lui-même qui se connecte avec lui',
  'the API <api> needs a field <name>': 'L’API <api> a besoin d’un champ <name>',
  'the API <api> needs it, so it cannot be optional': 'L’API <api> ne peut pas s’en passer',
  'a secret must not be part of the base URL, which errors and logs contain: use a placement in the path, or make the field a textbox':
    'Un secret ne doit pas faire partie de l’URL de base, qui figure dans les erreurs et les journaux : placez-le dans le chemin, ou donnez au champ le type textbox',
  'a secret must not be part of the API <api>, which errors and logs contain: use a placement in the path, or make the field a textbox':
    'Un secret ne doit pas faire partie de l’adresse de l’API <api>, qui figure dans les erreurs et les journaux : placez-le dans le chemin, ou donnez au champ le type textbox',
  'a header cannot have this value': 'Un en-tête ne peut pas avoir cette valeur',
};
