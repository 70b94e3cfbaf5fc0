import { inScope } from '@/lib/server/database/scope';

export const scope = inScope;
