/**
 * Every kind of line the terminal logs, in the order a technician would look for them. A code never changes its
 * meaning: monitoring reads codes, people read the sentence beside them.
 */
export const LOG_CODES = [
  // The application
  'started',
  'start-failed',
  'second-instance',
  'window-lost',
  'helper-process-gone',
  'unexpected',
  'watchdog-withheld',
  'watchdog-not-reached',
  'stopped',
  // Settings
  'settings-read',
  'setting-refused',
  // Content
  'edition-ready',
  'edition-refused',
  'page-missing',
  'file-unreadable',
  // The central server and sticks
  'sync-up-to-date',
  'sync-fetched',
  'sync-offline',
  'sync-refused',
  'trust-damaged',
  'trust-begun-anew',
  'content-mended',
  'notices-changed',
  'stick-read',
  'stick-refused',
  'clock-suspicious',
  'clock-plausible',
  // Editions on disk
  'store-opened',
  'store-not-writable',
  'store-lock-left',
  'store-slot-damaged',
  'store-fault',
  'store-swept',
  'store-verified',
  'edition-added',
  'edition-activated',
  'edition-tried',
  'edition-left',
  'edition-bad',
  'edition-damaged',
  'edition-mended',
  'blob-damaged',
  // The stage
  'seat-ready',
  'seat-crashed',
  'seat-late',
  'seat-frozen',
  'seat-refused',
  'seat-not-loaded',
  'process-shared',
  'process-outlived-visit',
  'visit-began',
  'visit-ended',
  'swap',
  'preparing-shown',
  'backing-off',
  // The doormen
  'call-refused',
  'call-malformed',
  'answer-malformed',
  'call-failed',
  // Lockdown
  'navigation-blocked',
  'window-blocked',
  'request-blocked',
  'download-blocked',
  'permission-blocked',
  // Reports of the pages
  'page-problem',
  'page-problems-muted',
  // Statistics
  'statistics-unreadable',
  'statistics-not-written',
  // How the terminal is, told to others
  'status-not-written',
  'metrics-not-written',
  'log-not-written',
  // Printing
  'ticket-printed',
  'print-failed',
  'print-not-forgotten',
  'printer-trouble',
] as const;
export type LogCode = (typeof LOG_CODES)[number];
