import type { Brand } from '../page-layout.ts';

export const gorgiasBrand: Brand = { name: 'Gorgias', accent: '#4b3fbb' };
