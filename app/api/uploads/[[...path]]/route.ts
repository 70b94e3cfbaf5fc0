import { requireActor } from '@/lib/server/auth/current-session';
import { handleUpload } from '@/lib/server/uploads/handle-upload';
import { refusal } from '@/lib/server/uploads/refusal';

/** Resumable uploads (tus): see handle-upload.ts. */
async function answer(request: Request): Promise<Response> {
  try {
    return await handleUpload(request, await requireActor());
  } catch (error) {
    return refusal(error);
  }
}

export { answer as HEAD, answer as PATCH, answer as POST };
