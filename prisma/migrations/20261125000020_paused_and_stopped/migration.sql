-- An import that is being applied can be paused, and ended half-way; from both it can go on.
ALTER TYPE "ImportState" ADD VALUE 'paused' BEFORE 'applied';
ALTER TYPE "ImportState" ADD VALUE 'stopped' BEFORE 'applied';
