import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { staffContractNames, visitorContractNames } from '../contract/names.ts';
import { factoryStep } from './build/factory-step.ts';
import { mainStep } from './build/main-step.ts';
import { pagesStep } from './build/pages-step.ts';
import { type Preload, preloadStep } from './build/preload-step.ts';
import { previewStep } from './build/preview-step.ts';
import { type BuildStep, buildStep } from './build/step.ts';
import { withLock } from './lock.mjs';
import { exitWith, projectDir } from './packages.mjs';
import { Problem, plainWords, type Say, say } from './say.ts';

/** A change in any of these makes everything new. */
const SHARED_INPUTS = [
  'package-lock.json',
  'tsconfig.base.json',
  'src-main/dev/build.ts',
  'src-main/dev/build',
];

/** The preloads: one line each. */
const PRELOADS: readonly Preload[] = [
  { entry: 'visitor', constants: { __VISITOR_CONTRACT__: visitorContractNames() } },
  { entry: 'preparing', constants: {} },
  { entry: 'staff', constants: { __STAFF_CONTRACT__: staffContractNames() } },
];

/** Builds everything of the terminal that changed, under out/. Throws a Problem that names the step and what is wrong with it. */
export async function buildAll(tell: Say = say): Promise<void> {
  const steps = [
    mainStep(projectDir, SHARED_INPUTS),
    preloadStep(projectDir, SHARED_INPUTS, PRELOADS),
    pagesStep(projectDir, SHARED_INPUTS),
    factoryStep(projectDir, SHARED_INPUTS),
  ];
  await buildSteps(steps, tell);
}

/** Builds the pages of `guide preview`, if anything in them changed: no part of a terminal. Throws like {@link buildAll}. */
export async function buildPreview(tell: Say = say): Promise<void> {
  await buildSteps([previewStep(projectDir, SHARED_INPUTS)], tell);
}

async function buildSteps(steps: readonly BuildStep[], tell: Say): Promise<void> {
  await withLock(
    path.join(projectDir, '.cache/build.lock'),
    async () => {
      tell('Build:');
      await rm(path.join(projectDir, 'out/.staging'), { recursive: true, force: true });
      for (const step of steps) {
        try {
          await buildStep(projectDir, step, tell);
        } catch (error) {
          if (error instanceof Problem) throw error;
          // The bundler appends its own native stack to some errors, which helps nobody here.
          const [what = ''] = plainWords(error).split('\nStack backtrace:');
          throw new Problem(`The ${step.name} step of the build failed: ${what.trim()}`);
        }
      }
    },
    { onWait: (pid) => tell(`Another run (process ${pid}) is building: waiting for it.`) },
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await exitWith(async () => {
    const [part, ...others] = process.argv.slice(2);
    if (part === 'preview' && others.length === 0) await buildPreview();
    else if (part === undefined) await buildAll();
    else throw new Problem(`npm run build knows no ${part}, only npm run build -- preview.`, 2);
    return 0;
  });
}
