import type { Brand } from '../page-layout.ts';

export const githubBrand: Brand = { name: 'GitHub', accent: '#24292f' };
