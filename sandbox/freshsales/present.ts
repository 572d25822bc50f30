import type { FreshsalesContact, FreshsalesDeal } from './state.ts';

export function presentContact(contact: FreshsalesContact) {
  return {
    id: contact.id,
    first_name: contact.firstName,
    last_name: contact.lastName,
    display_name: displayName(contact),
    email: contact.email,
    emails: contact.email ? [{ id: contact.id, value: contact.email, is_primary: true }] : [],
    mobile_number: contact.mobileNumber,
    job_title: contact.jobTitle,
    owner_id: contact.owner,
    custom_field: contact.customField,
    created_at: new Date(contact.createdAt).toISOString(),
    updated_at: new Date(contact.updatedAt).toISOString(),
  };
}

export function displayName({ firstName, lastName, email }: FreshsalesContact): string {
  return [firstName, lastName].filter(Boolean).join(' ') || (email ?? '');
}

export function presentDeal(deal: FreshsalesDeal) {
  return {
    id: deal.id,
    name: deal.name,
    amount: String(deal.amount),
    deal_stage_id: deal.stage,
    sales_account_id: deal.salesAccount,
    owner_id: deal.owner,
    created_at: new Date(deal.createdAt).toISOString(),
    updated_at: new Date(deal.updatedAt).toISOString(),
  };
}
