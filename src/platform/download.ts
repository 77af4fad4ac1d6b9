/** Hands a file to the browser's downloads under this name. */
export function download(fileName: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click returned; a minute is ample for it to start.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
