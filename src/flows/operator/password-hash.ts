// not a named import: Node below 24.7 has no `argon2` and could not load this file
import crypto from 'node:crypto';

/** `argon2id$m=19456,t=2,p=1$salt$hash` or `scrypt$N=131072,r=8,p=1$salt$hash`, base64url. */
export type PasswordHash = string;

export type HashScheme = 'argon2id' | 'scrypt';

/** The better of the two that this Node supports. */
export const BEST_SCHEME: HashScheme = typeof crypto.argon2 === 'function' ? 'argon2id' : 'scrypt';

/** Each costs about as much work as a sign-in may. */
const COST = {
  argon2id: { name: 'm=19456,t=2,p=1', derive: argon2id },
  scrypt: { name: 'N=131072,r=8,p=1', derive: scrypt },
} as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Matches no password. Used for unknown names if nobody has a password, so that they cost the same work. */
export const NOBODYS_HASH: PasswordHash = written(BEST_SCHEME, new Uint8Array(SALT_BYTES), new Uint8Array(HASH_BYTES));

export async function hashPassword(
  password: string,
  randomBytes: (size: number) => Uint8Array,
  scheme: HashScheme = BEST_SCHEME,
): Promise<PasswordHash> {
  const salt = randomBytes(SALT_BYTES);
  return written(scheme, salt, await derived(scheme, password, salt));
}

/** Takes the same time wherever the difference is. */
export async function isPasswordOf(password: string, hash: PasswordHash): Promise<boolean> {
  const { scheme, salt, expected } = read(hash);
  return crypto.timingSafeEqual(await derived(scheme, password, salt), expected);
}

/** False if the password should be hashed again now that it is known. */
export function isBestHash(hash: PasswordHash): boolean {
  return read(hash).scheme === BEST_SCHEME;
}

/** So many sign-ins are waiting that another one would only slow all of them down. */
export function isOverloaded(): boolean {
  return waiting.length >= MOST_WAITING;
}

function written(scheme: HashScheme, salt: Uint8Array, hash: Uint8Array): PasswordHash {
  const parts = [salt, hash].map((bytes) => Buffer.from(bytes).toString('base64url'));
  return [scheme, COST[scheme].name, ...parts].join('$');
}

function read(hash: PasswordHash): {
  readonly scheme: HashScheme;
  readonly salt: Uint8Array;
  readonly expected: Uint8Array;
} {
  const [scheme, cost, salt = '', expected = ''] = hash.split('$');
  if ((scheme !== 'argon2id' && scheme !== 'scrypt') || cost !== COST[scheme].name) {
    throw new Error('unknown kind of password hash');
  }
  const bytes = { salt: Buffer.from(salt, 'base64url'), expected: Buffer.from(expected, 'base64url') };
  if (bytes.expected.length !== HASH_BYTES) throw new Error('incomplete password hash');
  return { scheme, ...bytes };
}

/** Normalizes the password first, so that it does not matter how a keyboard composes letters (NIST SP 800-63B, 3.1.1.2). */
async function derived(scheme: HashScheme, password: string, salt: Uint8Array): Promise<Buffer> {
  return taken(() => COST[scheme].derive(password.normalize('NFKC'), salt));
}

function argon2id(message: string, nonce: Uint8Array): Promise<Buffer> {
  if (typeof crypto.argon2 !== 'function') {
    throw new Error('this password was set on Node 24.7 or later and cannot be checked on an older version');
  }
  const options = { message, nonce, parallelism: 1, tagLength: HASH_BYTES, memory: 19_456, passes: 2 };
  return new Promise((resolve, reject) =>
    crypto.argon2('argon2id', options, (error, key) => (error === null ? resolve(key) : reject(error))),
  );
}

function scrypt(password: string, salt: Uint8Array): Promise<Buffer> {
  const options = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };
  return new Promise((resolve, reject) =>
    crypto.scrypt(password, salt, HASH_BYTES, options, (error, key) => (error === null ? resolve(key) : reject(error))),
  );
}

/** Half of the threads that Node has for such work by default, because looking up a product's address needs one too. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 64;

// for the whole process, like those threads
const waiting: (() => void)[] = [];
let running = 0;

async function taken<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resume) => waiting.push(resume));
  else running += 1;
  try {
    return await work();
  } finally {
    // the next one in the queue takes this place
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
