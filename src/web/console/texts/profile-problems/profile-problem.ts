/**
 * The problems that can keep a profile from working, as the form's checks report them in English. `<name>` stands for a name
 * or an address that is the same in every language. The first match counts.
 */
export const PROFILE_PROBLEMS = [
  'the base URL needs a field <name>',
  'the base URL needs it, so it cannot be optional',
  'no field provides <name>',
  'it must be one scope, without spaces',
  'the protocol sets it',
  'a bot that authorizes itself needs a secret',
  'it is missing: enter the client id of the OAuth app',
  'it is missing: enter the client secret of the OAuth app',
  'it is empty',
  '<name> is an address: start with it',
  '<name> is a whole host here: write <address>',
  '<name> decides the host: list its hosts',
  'it must be an absolute https address, without a user name and without #',
  'a loopback address is only for a sandbox: set allowInsecureLoopback',
  'it must be https',
  'it must not contain a port',
  '<host> is not a public host, so no request may go there',
  'the host must end in a fixed domain, as in https://{tenant}.example.com',
  'the field <name> is part of a host, so it needs a pattern',
  '<braces> has no meaning in an address',
  '<name> is not a known name; known names: none',
  '<name> is not a known name; known names: <names>',
  '{tenant} needs a `tenant` that says what people enter',
  'another field has this key',
  'use letters, digits and _ only, and start with a letter',
  '<name> is reserved: use another name',
  'another placement has this <place>',
  'no placement contains the credential: use <names>',
  'write <name>',
  'it is not a header name',
  'a credential must not set this header',
  'the API <api> needs a field <name>',
  'the API <api> needs it, so it cannot be optional',
  'a secret must not be part of the base URL, which errors and logs contain: use a placement in the path, or make the field a textbox',
  'a secret must not be part of the API <api>, which errors and logs contain: use a placement in the path, or make the field a textbox',
  'a header cannot have this value',
  'it needs revocationUrl',
  'add <scope>: without it <product> gives no refresh token',
  'people are offered it, but with it the bot itself signs in',
] as const;

export type ProfileProblem = (typeof PROFILE_PROBLEMS)[number];

/** Sentences without a full stop. A missing one is a compile error. */
export type ProfileProblems = Readonly<Record<ProfileProblem, string>>;
