// Every word an author can see, one function per message, by topic.
export * from './messages/blocks.ts';
export * from './messages/checklist.ts';
export * from './messages/command.ts';
export * from './messages/fields.ts';
export * from './messages/files.ts';
export * from './messages/links.ts';
export * from './messages/media.ts';
export * from './messages/output.ts';
export * from './messages/parity.ts';
export * from './messages/text.ts';
export * from './messages/words.ts';
export * from './messages/yaml.ts';
