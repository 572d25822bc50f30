import type { Utterance, Words } from '../model/words.ts';

/** A bot's own words. With the flags `g` and `y` an expression goes on where it last ended, so it understood every other message. */
export function steadyWords(own: Words): Words {
  return {
    cancel: steady(own.cancel),
    cancelAlone: steady(own.cancelAlone),
    skip: steady(own.skip),
    help: steady(own.help),
    again: steady(own.again),
    yes: steady(own.yes),
    connections: steady(own.connections),
    disconnect: steady(own.disconnect),
    connect: steady(own.connect),
    use: steady(own.use),
  };
}

function steady(utterance: Utterance): Utterance {
  if (!(utterance instanceof RegExp) || !(utterance.global || utterance.sticky)) return utterance;
  const fromStart = (): RegExp => {
    utterance.lastIndex = 0;
    return utterance;
  };
  return { test: (said) => fromStart().test(said), exec: (said) => fromStart().exec(said) };
}
