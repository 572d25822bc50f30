import type { Brand } from '../page-layout.ts';

export const zendeskBrand: Brand = { name: 'Zendesk', accent: '#17706b' };
