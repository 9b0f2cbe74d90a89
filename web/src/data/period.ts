// Periods and months. A month is year * 12 + month - 1; 0 is unknown.

export interface Period {
  begin: number;
  end: number;
}

function parse_month(text: string, at_end: boolean): number {
  const match = /^(\d{4})(?:-(\d{1,2}))?/.exec(text.trim());
  if (!match) return 0;
  const month = match[2] === undefined ? (at_end ? 12 : 1) : Number(match[2]);
  return month >= 1 && month <= 12 ? Number(match[1]) * 12 + month - 1 : 0;
}

// "2023-01/2023-06", "2023-04", "2023", "2024-01-08".
export function parse_period(text: string | undefined): Period | undefined {
  if (!text) return undefined;
  const [first = "", last = first] = text.split("/");
  const begin = parse_month(first, false);
  const end = parse_month(last, true);
  return begin > 0 && end >= begin ? { begin, end } : undefined;
}

export const year_of = (month: number): number => Math.floor(month / 12);

export function month_text(month: number): string {
  return `${year_of(month)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

// 2023 · 2023 H1 · 2023 Q1–Q3 · 2023-04 · 2023-04–2024-03
export function period_label(period: Period, chinese: boolean): string {
  const year = year_of(period.begin);
  const first = (period.begin % 12) + 1;
  const length = period.end - period.begin + 1;
  if (year_of(period.end) !== year) return `${month_text(period.begin)}–${month_text(period.end)}`;
  const name = chinese ? `${year}年` : `${year}`;
  if (length === 12) return name;
  if (length === 1) return month_text(period.begin);
  if (length === 6 && first === 1) return chinese ? `${name}上半年` : `${year} H1`;
  if (length === 6 && first === 7) return chinese ? `${name}下半年` : `${year} H2`;
  if (length === 3 && first % 3 === 1) {
    const quarter = (first + 2) / 3;
    return chinese ? `${name}${"一二三四".charAt(quarter - 1)}季度` : `${year} Q${quarter}`;
  }
  if (length === 9 && first === 1) return chinese ? `${name}前三季度` : `${year} Q1–Q3`;
  return chinese ? `${name}${first}—${first + length - 1}月` : `${month_text(period.begin)}–${month_text(period.end)}`;
}
