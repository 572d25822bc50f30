import type { Brand } from '../page-layout.ts';

export const jiraBrand: Brand = { name: 'Jira', accent: '#0c66e4' };
