// Figures as people read them.

import { number_of, text_of, type GraphNode } from "./model";

const group = (value: number, digits: number): string =>
  value.toLocaleString("en-US", { maximumFractionDigits: digits });

const signs: Record<string, string> = { CNY: "元", USD: "美元", EUR: "欧元", HKD: "港元", JPY: "日元" };

export function money_text(amount: number, currency: string, chinese: boolean): string {
  if (!chinese) {
    const [size, name] = Math.abs(amount) >= 1e9 ? [1e9, " bn"] : Math.abs(amount) >= 1e6 ? [1e6, " m"] : [1, ""];
    return `${currency || "CNY"} ${group(amount / size, 3)}${name}`;
  }
  const sign = signs[currency || "CNY"] ?? currency;
  if (Math.abs(amount) >= 1e8) return `${group(amount / 1e8, 4)}亿${sign}`;
  return Math.abs(amount) >= 1e4 ? `${group(amount / 1e4, 2)}万${sign}` : `${group(amount, 2)}${sign}`;
}

export function amount_text(node: GraphNode, chinese: boolean): string {
  const currency = text_of(node, "currency");
  const amount = number_of(node, "amount");
  if (amount !== undefined) return money_text(amount, currency, chinese);
  const least = number_of(node, "amount_min");
  const most = number_of(node, "amount_max");
  if (least !== undefined && most !== undefined)
    return `${money_text(least, currency, chinese)}–${money_text(most, currency, chinese)}`;
  if (least !== undefined) return `≥ ${money_text(least, currency, chinese)}`;
  return most !== undefined ? `≤ ${money_text(most, currency, chinese)}` : node.name;
}

export function growth_text(percent: number): string {
  return `${percent > 0 ? "+" : ""}${group(percent, 2)}%`;
}

export function value_text(node: GraphNode): string {
  const value = number_of(node, "value");
  return value === undefined ? "" : `${group(value, 6)}${text_of(node, "unit")}`;
}

// 亿元 → 1e8 元; 万平方米 → 1e4 平方米; 家 → 1 家.
export function base_unit(unit: string): { factor: number; unit: string } {
  const prefixes: [string, number][] = [
    ["万亿", 1e12],
    ["亿", 1e8],
    ["千万", 1e7],
    ["百万", 1e6],
    ["万", 1e4],
  ];
  for (const [prefix, factor] of prefixes)
    if (unit.startsWith(prefix) && unit.length > prefix.length) return { factor, unit: unit.slice(prefix.length) };
  return { factor: 1, unit };
}
