/** Made for these tests; they open nothing. */
export const EDDSA_KEY = [
  '-----BEGIN PRIVATE KEY-----',
  'MC4CAQAwBQYDK2VwBCIEINNOiM7Msag6H/2lnXxPRcpmPsToLuao2e2MLeTCLyaA',
  '-----END PRIVATE KEY-----',
].join('\n');

/** Of that key, for `client`; good from 2020 until 2126. */
export const CERTIFICATE = [
  '-----BEGIN CERTIFICATE-----',
  'MIIBIDCB06ADAgECAgEBMAUGAytlcDARMQ8wDQYDVQQDDAZjbGllbnQwIBcNMjAw',
  'MTAxMDAwMDAwWhgPMjEyNjAxMDEwMDAwMDBaMBExDzANBgNVBAMMBmNsaWVudDAq',
  'MAUGAytlcAMhABMbnFlr34iwF0Yys8PFHsK0pE/S2KLBIZHHJgeU7aUSo04wTDAP',
  'BgNVHRMBAf8EBTADAQH/MBoGA1UdEQQTMBGHBH8AAAGCCWxvY2FsaG9zdDAdBgNV',
  'HQ4EFgQUSPL0OU+ZGJY4SPIbu/ynupKzq0MwBQYDK2VwA0EA2FOJClh52Rvyz7Xk',
  'tLKeze8uzSjLq7BsrcHdB9mZm0X/rQu2iQ/+KAnRHtUlLlbJHylUc7F8NUFTQcFx',
  '8TjjCA==',
  '-----END CERTIFICATE-----',
].join('\n');

export const ES256_KEY = [
  '-----BEGIN PRIVATE KEY-----',
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgQu5L5RTCzyG2QQ34',
  '+IHCK8Gl5cGC9cSaYiXZ2+Dw6c+hRANCAASOCMWEuCoqxeyKJmVjhXUI65rq3vd9',
  'PfqHR1gmKduggPFHPlDmeR/ib424Rj25IMEnf7tDMsIOAYVf5JVQO0be',
  '-----END PRIVATE KEY-----',
].join('\n');

/** Of that key, for this machine, signed by itself; good from 2020 until 2126. */
export const SERVER_CERTIFICATE = [
  '-----BEGIN CERTIFICATE-----',
  'MIIBZzCCAQ2gAwIBAgIBAjAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv',
  'c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyNjAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM',
  'CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABI4IxYS4KirF7Iom',
  'ZWOFdQjrmure9309+odHWCYp26CA8Uc+UOZ5H+JvjbhGPbkgwSd/u0Mywg4BhV/k',
  'lVA7Rt6jTjBMMA8GA1UdEwEB/wQFMAMBAf8wGgYDVR0RBBMwEYcEfwAAAYIJbG9j',
  'YWxob3N0MB0GA1UdDgQWBBRoPjTqQWQoA/ACvxklW6Z8meXvnzAKBggqhkjOPQQD',
  'AgNIADBFAiBPkCCjhUdrtExnZka/h5vUlQT4Z3jp/sVSFn6LeSbOSQIhANPW9NaF',
  'TwsJRxF/d+IqHKtfmhqm9+pP3Ib6BJxUdvrC',
  '-----END CERTIFICATE-----',
].join('\n');
