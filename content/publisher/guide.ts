// npm run guide -- <command> [options]: the content team's door.
import { enableCompileCache } from 'node:module';

// Has to come first: Node then keeps what it makes of all the files below, and the next command begins sooner.
enableCompileCache();
const { commands } = await import('./commands.ts');
const { runGuide } = await import('./run-guide.ts');

// Passphrases are asked for only where somebody can type them, and the questions go where answers do not.
const keyboard = process.stdin.isTTY ? process.stdin : undefined;
const askSecret = async (question: string): Promise<string> => {
  const { askSecret: ask } = await import('./keys/ask-secret.ts');
  return keyboard === undefined ? '' : ask(question, keyboard, (text) => process.stderr.write(text));
};

process.exitCode = await runGuide(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    cwd: process.cwd(),
    ...(keyboard === undefined ? {} : { askSecret }),
  },
  commands,
);
