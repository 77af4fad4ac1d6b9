// The theme of the time before, until src/app/keep-look.ts knows what is chosen now.
try {
  document.documentElement.dataset.theme = localStorage.getItem('spanmark-theme') ?? 'system';
} catch {
  // A browser that keeps nothing for this page: the colours of the system.
}
