import { asObject, asText } from '../request-body.ts';
import type { FreshsalesContact } from './state.ts';

export type ContactChanges = Partial<
  Pick<FreshsalesContact, 'firstName' | 'lastName' | 'email' | 'mobileNumber' | 'jobTitle' | 'customField'>
>;

/** The fields of a contact, or the sentence that refuses them. */
export function readContact(input: Readonly<Record<string, unknown>>): ContactChanges | { readonly invalid: string } {
  // Upserts and older clients say `emails`; a single address in it is accepted.
  const email = input.email ?? input.emails;
  if (email != null && (typeof email !== 'string' || !/^[^@\s]+@[^@\s]+$/.test(email))) {
    return { invalid: 'Email is invalid' };
  }
  return {
    ...(input.first_name !== undefined && { firstName: asText(input.first_name) ?? null }),
    ...(input.last_name !== undefined && { lastName: asText(input.last_name) ?? null }),
    ...(email !== undefined && { email: asText(email)?.toLowerCase() ?? null }),
    ...(input.mobile_number !== undefined && { mobileNumber: asText(input.mobile_number) ?? null }),
    ...(input.job_title !== undefined && { jobTitle: asText(input.job_title) ?? null }),
    ...(input.custom_field !== undefined && { customField: { ...asObject(input.custom_field) } }),
  };
}
