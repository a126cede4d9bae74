import {
  createRunnableDevEnvironment,
  createServerModuleRunnerTransport,
  type DevEnvironment,
  type NormalizedServerHotChannel,
  type Plugin,
} from 'vite';
import { createNodeImportMeta, ModuleRunner } from 'vite/module-runner';

/** As Vite makes it, but for the minute after which it gives up on a module. */
const patientRunner = ({ hot, logger }: DevEnvironment): ModuleRunner =>
  new ModuleRunner({
    transport: { ...createServerModuleRunnerTransport({ channel: hot as NormalizedServerHotChannel }), timeout: 0 },
    hmr: {
      logger: {
        debug: () => undefined,
        error: (error) => {
          logger.error(String(error), { timestamp: true });
        },
      },
    },
    createImportMeta: createNodeImportMeta,
    sourcemapInterceptor: 'node',
  });

/**
 * Lets a slow computer be slow. Vite gives a module a minute, with all that stands before it; after that Astro answers no page at all
 * until it is started again. Seen where the processor had other work.
 */
export const patientModules = (): Plugin => ({
  name: 'mingbang-patient-modules',
  apply: 'serve',
  configEnvironment: (name) =>
    name === 'client'
      ? undefined
      : { dev: { createEnvironment: (own, config) => createRunnableDevEnvironment(own, config, { runner: patientRunner }) } },
});
