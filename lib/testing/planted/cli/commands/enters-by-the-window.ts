import { clean } from '@/lib/engine/clean';

export const tidy = clean;
