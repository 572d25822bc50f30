import { registerHooks } from 'node:module';

// The test runner starts its workers with the condition "import", which Node then applies to require() as well:
// the driver's own require('pg-pool') would get an ES module instead of the class that it extends.
registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier !== 'pg-pool') return next(specifier, context);
    return next(specifier, { ...context, conditions: context.conditions.filter((name) => name !== 'import') });
  },
});

export const { Client } = await import('pg');
