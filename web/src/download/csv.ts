// Tables for Excel: UTF-8 with byte order mark, CRLF, and no cell that Excel would take for a formula.

export type Cell = string | number | null;

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csv_text(rows: readonly (readonly Cell[])[]): string {
  return "\ufeff" + rows.map((row) => row.map(field).join(",") + "\r\n").join("");
}
