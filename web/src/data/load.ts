import type { PageJson } from "./json";

// The data stands in the page, or beside it where a server sends both.
export async function load_page(): Promise<{ page: PageJson; served: boolean }> {
  const element = document.getElementById("zonekg-data");
  const inline = JSON.parse(element?.textContent || "{}") as PageJson;
  // The text is needed once; a large one would stay in memory twice.
  if (element) element.textContent = "";
  if (!inline.served) return { page: inline, served: false };
  const response = await fetch(inline.served, { cache: "no-store", credentials: "same-origin" });
  if (!response.ok) throw new Error(`${inline.served}: ${response.status} ${response.statusText}`);
  return { page: (await response.json()) as PageJson, served: true };
}
