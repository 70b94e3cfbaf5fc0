import { Grid } from '@/components/ui/grid';

export const grid = Grid;
