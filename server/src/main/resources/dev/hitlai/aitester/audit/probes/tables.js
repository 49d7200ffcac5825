// Header cells to which no cell belongs, by the HTML standard's way of assigning them.
const exposed = (el) => el.checkVisibility({ visibilityProperty: true }) && !el.closest('[aria-hidden=true]');
const role = (cell) => (cell.getAttribute('role') || '').trim().split(/\s+/)[0];
const isHeader = (cell) => (role(cell) ? /^(columnheader|rowheader)$/.test(role(cell)) : cell.tagName === 'TH');
const rowsOf = (table) => {
  if (table.tagName === 'TABLE') return [...table.rows].map((row) => [...row.cells]);
  const rows = [...table.querySelectorAll('[role=row], tr')].filter((row) => row.closest('table, [role=table], [role=grid], [role=treegrid]') === table);
  return rows.map((row) => [...row.querySelectorAll('[role=cell], [role=gridcell], [role=columnheader], [role=rowheader], td, th')].filter((cell) => cell.closest('[role=row], tr') === row));
};
for (const table of document.querySelectorAll('table, [role=table], [role=grid], [role=treegrid]')) {
  if (table.matches('[role=presentation], [role=none]') || !exposed(table)) continue;
  if (table.tagName === 'TABLE' && table.hasAttribute('role') && !/^(table|grid|treegrid)$/.test(role(table))) continue;
  const slots = []; // Each: the cell with the row and the columns that it fills.
  const filled = [];
  rowsOf(table).forEach((cells, y) => {
    let x = 0;
    for (const cell of cells) {
      while (filled[y] && filled[y][x]) x++;
      const span = cell.colSpan || +cell.getAttribute('aria-colspan') || 1;
      const rows = cell.rowSpan || +cell.getAttribute('aria-rowspan') || 1;
      for (let dy = 0; dy < Math.min(rows, 200); dy++) for (let dx = 0; dx < Math.min(span, 200); dx++) ((filled[y + dy] = filled[y + dy] || [])[x + dx] = cell);
      slots.push({ cell, y, x, span, rows });
      x += span;
    }
  });
  const data = slots.filter((slot) => !isHeader(slot.cell));
  if (!data.length) continue; // Nothing in it yet, or nothing but headers.
  for (const head of slots.filter((slot) => isHeader(slot.cell))) {
    const cell = head.cell;
    if (!exposed(cell) || !dom.text(cell)) continue;
    const scope = (cell.getAttribute('scope') || '').toLowerCase();
    const kind = role(cell) === 'rowheader' ? 'row' : role(cell) === 'columnheader' && cell.tagName !== 'TH' ? 'col' : scope;
    const rowHasData = data.some((slot) => slot.y === head.y);
    const free = (slot) => !slot.cell.getAttribute('headers');
    const named = slots.some((slot) => cell.id && (slot.cell.getAttribute('headers') || '').split(/\s+/).includes(cell.id));
    const below = slots.some((slot) => slot.y >= head.y + head.rows && slot.x < head.x + head.span && head.x < slot.x + slot.span && free(slot));
    const beside = slots.some((slot) => slot.cell !== cell && slot.y >= head.y && slot.y < head.y + head.rows && slot.x > head.x && free(slot));
    const assigned = named || /group/.test(kind) || (kind === 'row' ? beside : kind === 'col' ? below : below || (rowHasData && beside));
    if (!assigned) report(cell, { rule: 'no-cells', label: dom.text(cell) });
  }
}
