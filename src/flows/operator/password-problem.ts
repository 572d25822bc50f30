import { withoutEnds } from '../../model/without-ends.ts';

/** Why a password cannot be used. */
export type PasswordProblem = 'too_short' | 'too_long' | 'common' | 'contains_name';

/** In characters as people count them. Nothing is cut off. */
const SHORTEST = 12;
const LONGEST = 128;

/** Undefined if the password can be used. There are no rules about kinds of characters (NIST SP 800-63B). */
export function passwordProblem(password: string, name: string): PasswordProblem | undefined {
  const length = [...password].length;
  if (length < SHORTEST) return 'too_short';
  if (length > LONGEST) return 'too_long';
  const plain = password.normalize('NFKC').toLowerCase();
  if (name.length > 3 && plain.includes(name)) return 'contains_name';
  return isCommon(plain) ? 'common' : undefined;
}

/** Passwords of twelve and more characters that are on every list, and common variants of short ones. */
function isCommon(password: string): boolean {
  if (COMMON.has(password) || REPEATED.test(password)) return true;
  if (RUNS.some((run) => `${run}${run}`.includes(password))) return true;
  return WORDS.has(asWord(password));
}

/** `P@ssw0rd2026!` becomes `password`. */
function asWord(password: string): string {
  return withoutEnds(password, /[^a-z]/u)
    .replaceAll(/[@4]/g, 'a')
    .replaceAll(/[$5]/g, 's')
    .replaceAll('0', 'o')
    .replaceAll('3', 'e')
    .replaceAll('1', 'i');
}

/** A few characters repeated. */
const REPEATED = /^(.{1,8})\1+.{0,3}$/su;

const RUNS = [
  '0123456789',
  '1234567890',
  '9876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
];

const COMMON: ReadonlySet<string> = new Set([
  'correcthorsebatterystaple',
  'correct horse battery staple',
  'iloveyouforever',
  'letmeinplease',
  'nothing is impossible',
  'password is password',
  'passwordpassword',
  'thisismypassword',
  'to be or not to be',
  'unbelievable',
  'changeme123456',
  'asdfasdf1234',
  'asdf1234asdf',
  'qwer1234qwer',
  '1234qwer1234',
  'q1w2e3r4t5y6',
  'a1b2c3d4e5f6',
  'abcd12345678',
  '1234567890ab',
  '12345678abcd',
  '123456abcdef',
  '123123123123',
  '111222333444',
  'qwerty123456',
  '123456qwerty',
  'qwertyuiop123',
  '123qweasdzxc',
  'zaq12wsxcde3',
  '!qaz2wsx#edc',
  'p@$$w0rd1234',
]);

/** These stay weak with years, signs and digits around them. */
const WORDS: ReadonlySet<string> = new Set([
  'password',
  'passwort',
  'passw',
  'motdepasse',
  'contrasena',
  'administrator',
  'admin',
  'adminadmin',
  'root',
  'rootroot',
  'welcome',
  'letmein',
  'changeme',
  'changeit',
  'default',
  'secret',
  'topsecret',
  'qwerty',
  'qwertz',
  'azerty',
  'qwertyuiop',
  'asdfghjkl',
  'iloveyou',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'superman',
  'starwars',
  'dragon',
  'monkey',
  'shadow',
  'master',
  'michael',
  'jennifer',
  'trustno',
  'whatever',
  'computer',
  'internet',
  'summer',
  'winter',
  'spring',
  'autumn',
  'january',
  'december',
  'company',
  'testtest',
  'test',
  'testing',
  'guest',
  'latchkey',
  'unbelievable',
]);
