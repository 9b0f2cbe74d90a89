// A file for the analyst's disk, without any request.
export function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// What file systems take everywhere.
export function file_name(title: string, extension: string): string {
  const plain = title.replace(/[\u0000-\u001f\\/:*?"<>|]+/g, " ").trim().slice(0, 80);
  return `${plain || "zonekg"}.${extension}`;
}
