/** Rows of an import ($1 institution, $2 import) that met a changed contact and of which nothing was carried out: they can be planned again. */
export const REPLANNABLE = `
  SELECT row FROM change_result WHERE institution_id = $1 AND import_id = $2 GROUP BY row HAVING bool_and(outcome = 'conflict')`;

/** Changes that a plan shows: of the round that is to be confirmed; of an import that has been applied all. */
export const SHOWN = `
  (p.round = (SELECT i.round FROM import i WHERE i.id = $2) OR (SELECT i.state FROM import i WHERE i.id = $2) = 'applied')`;
