import { ConfigurationError } from 'latchkey';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../playground/config.ts';

describe('readConfig', () => {
  it('takes the defaults of a new machine', () => {
    expect(readConfig({})).toMatchObject({ port: 3978, sandboxPort: 3979, host: '127.0.0.1', jira: undefined });
    expect(readConfig({ PORT: '0' })).toMatchObject({ port: 0, sandboxPort: 0 });
    expect(readConfig({ PORT: '65535' })).toMatchObject({ port: 65535, sandboxPort: 0 });
  });

  it('takes an app of the deployment', () => {
    const env = { LATCHKEY_GITHUB_CLIENT_ID: 'id', LATCHKEY_GITHUB_CLIENT_SECRET: 'secret' };
    expect(readConfig(env).github).toEqual({ clientId: 'id', clientSecret: 'secret' });
  });

  it.each(['JIRA', 'ZENDESK', 'GORGIAS', 'GITHUB'])(
    'refuses half an app of %s, and names the other half',
    (product) => {
      const [id, secret] = [`LATCHKEY_${product}_CLIENT_ID`, `LATCHKEY_${product}_CLIENT_SECRET`];
      expect(refusal({ [id]: 'id' })).toBe(
        `${id} is set and ${secret} is not: set it as well, or neither of them for the sandbox`,
      );
      expect(refusal({ [id]: '', [secret]: 'hush' })).toBe(
        `${secret} is set and ${id} is not: set it as well, or neither of them for the sandbox`,
      );
    },
  );

  it.each(['abc', '99999', '-1', '80.5', '0x10'])('refuses the port %s, and names the setting', (port) => {
    const advice = `is "${port}": set it to a port, a number from 1 to 65535, or to 0 for a free one`;
    expect(refusal({ PORT: port })).toBe(`PORT ${advice}`);
    expect(refusal({ SANDBOX_PORT: port })).toBe(`SANDBOX_PORT ${advice}`);
  });
});

function refusal(env: Readonly<Record<string, string>>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
  }
  throw new Error('it was not refused');
}
