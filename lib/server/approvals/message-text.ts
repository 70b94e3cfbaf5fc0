import { z } from 'zod';

/** What people write to each other about a request. */
export const messageText = z.string().trim().min(3).max(1000);
