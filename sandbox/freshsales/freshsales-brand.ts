import type { Brand } from '../page-layout.ts';

export const freshsalesBrand: Brand = { name: 'Freshsales', accent: '#a85506' };
