import { isLoopbackHost } from '../../../model/loopback.ts';
import { usablePublicUrl } from '../../../model/public-url.ts';
import type { Check } from './deployment.ts';

export const checkRegistration: Check = {
  id: 'app_id',
  title: 'The bot has an app id, so that messages cannot be forged',
  run: ({ appId, publicUrl }) => {
    if (appId !== '') return [{ verdict: 'ok', text: `MicrosoftAppId is ${appId}` }];
    const host = usablePublicUrl(publicUrl)?.hostname;
    const local = host !== undefined && isLoopbackHost(host);
    return [
      {
        verdict: local ? 'warning' : 'problem',
        text: 'MicrosoftAppId is empty',
        fix: local
          ? 'that is enough on this machine. Set it before others can reach the bot, and then connect shared accounts again, because they belong to the app id'
          : 'set MicrosoftAppId to the app id of the bot, here and for the bot itself: shared accounts belong to it',
      },
    ];
  },
};
