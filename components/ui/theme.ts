import { Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple, Table } from '@mantine/core';

/** The one accent: the velvet blue of a curtain. Statuses have colours of their own; nothing else is coloured. */
const velvet: MantineColorsTuple = ['#eef3fb', '#d9e4f4', '#b0c7e8', '#84a8dc', '#608fd2', '#497fcc', '#3a70bd', '#2b5ea8', '#1f4f94', '#123f7d'];

export const theme = createTheme({
  colors: { velvet },
  primaryColor: 'velvet',
  primaryShade: { light: 7, dark: 7 },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, monospace',
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '1.75rem', lineHeight: '1.25' }, h2: { fontSize: '1.125rem', lineHeight: '1.4' } } },
  fontSizes: { sm: '0.875rem', md: '0.9375rem' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A button that names counts, or is French, takes two lines on a narrow screen instead of losing its end.
    Button: Button.extend({
      styles: {
        root: {
          display: 'inline-flex',
          alignItems: 'center',
          justifyContent: 'center',
          height: 'auto',
          minHeight: 'var(--button-height)',
          paddingBlock: '0.25rem',
        },
        label: { whiteSpace: 'normal' },
      },
    }),
    Table: Table.extend({ defaultProps: { fz: 'md' } }),
  },
});

/** Mantine's own colours of secondary text, placeholders and dark links miss the contrast of 4.5 : 1 on its surfaces; these keep it. */
export const colourVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#586069',
    '--mantine-color-placeholder': '#6a727a',
    '--mantine-color-error': '#c92a2a',
    '--foyer-line': '#e3e6ea',
    '--foyer-surface': '#f7f8fa',
    '--foyer-good': '#1d7a3a',
    '--foyer-busy': '#2b5ea8',
    '--foyer-care': '#a35200',
    '--foyer-bad': '#c92a2a',
    '--foyer-quiet': '#6a727a',
  },
  dark: {
    '--mantine-color-anchor': '#84a8dc',
    '--mantine-color-dimmed': '#a9b0b8',
    '--mantine-color-placeholder': '#969da5',
    '--mantine-color-error': '#ff8787',
    '--foyer-line': '#3b3f45',
    '--foyer-surface': '#2a2d31',
    '--foyer-good': '#69db7c',
    '--foyer-busy': '#84a8dc',
    '--foyer-care': '#ffb35c',
    '--foyer-bad': '#ff8787',
    '--foyer-quiet': '#969da5',
  },
});
