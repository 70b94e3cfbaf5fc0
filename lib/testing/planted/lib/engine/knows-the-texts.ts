import { messages } from '@/lib/i18n';

export const all = messages;
