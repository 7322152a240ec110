/**
 * Largest QR version that is shown: 97 modules a side. A code of this size is read by a camera that gives three pixels to
 * a module, and on the smallest screen of the design its modules are still twice {@link MIN_MODULE_MM}.
 */
export const MAX_QR_VERSION = 20;

/** Error correction: level M mends 15 % (ISO/IEC 18004), enough for the glare and the fingerprints on a screen. */
export const QR_CORRECTION = 'M';

/** Bytes that a code of {@link MAX_QR_VERSION} and {@link QR_CORRECTION} holds (ISO/IEC 18004, table 7). */
export const MAX_QR_BYTES = 666;

/** White modules around a code (ISO/IEC 18004, 5.3.8). */
export const QUIET_MODULES = 4;

/**
 * Smallest module in millimetres. A scanning distance of 40 cm and the usual rule of ten code widths for one distance
 * ask for 40 mm, which at 49 modules are 0.8 mm; larger codes have as many modules more as millimetres.
 */
export const MIN_MODULE_MM = 0.8;

/** Most codes one content is split over: whoever scans more has given up. */
export const MAX_PARTS = 4;
