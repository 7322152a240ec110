/**
 * Number of the edition that is built with the application. What a centre publishes begins above it, so that a number means
 * one edition on every terminal.
 */
export const FACTORY_SEQ = 1;
