import { afterAll, beforeEach } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';

/** One sandbox for a test file, as new before each test. */
export async function runningSandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox();
  beforeEach(() => sandbox.control.reset());
  afterAll(() => sandbox.close());
  return sandbox;
}
