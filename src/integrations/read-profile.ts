import type { Problem } from '../model/problem.ts';
import type { Profile } from '../model/profile.ts';
import { withDefaults } from './define-integration.ts';
import { profileDefinitionSchema, type SecretSource } from './integration-schema.ts';
import { shapeProblems } from './shape-problems.ts';

export type ProfileReading =
  | { readonly ok: true; readonly profile: Profile }
  /** Paths are relative to the profile; no text contains a value. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads an authorization profile as it is in JSON: the shape is that of `profiles` of `loadIntegrations`. */
export function readProfile(json: unknown, secrets: SecretSource): ProfileReading {
  const schema = profileDefinitionSchema(secrets);
  const read = schema.safeParse(json);
  if (!read.success) return { ok: false, problems: shapeProblems(read.error, schema) };
  return { ok: true, profile: withDefaults(read.data) };
}
