/** Who a connection belongs to: one person at one channel of one bot, or everybody the developer shares it with. */
export type Owner = UserOwner | SharedOwner;

export interface UserOwner {
  readonly kind: 'user';
  /** App id of the bot, or its channel account id if there is no app id. */
  readonly bot: string;
  /** `msteams`, `webchat` … without sub-channel. */
  readonly channel: string;
  /** Teams tenant, Slack team …; empty if the channel has none. */
  readonly tenant: string;
  /** The channel's id of the person, from an authenticated activity. */
  readonly user: string;
}

/** The developer pre-authorized it. */
export interface SharedOwner {
  readonly kind: 'shared';
  readonly bot: string;
}

/** Length-prefixed, so that no two owners share a key whatever characters their ids hold. */
export function ownerKey(owner: Owner): string {
  const parts = owner.kind === 'shared' ? [owner.bot] : [owner.bot, owner.channel, owner.tenant, owner.user];
  return `${owner.kind}${parts.map((part) => `/${part.length}:${part}`).join('')}`;
}

/**
 * The part of an owner's key that only the channel's service can write: bot, channel and tenant. People who can invent user
 * ids there share it.
 */
export function sourceOf(owner: Owner): string {
  const key = ownerKey(owner);
  return owner.kind === 'shared' ? key : key.slice(0, key.length - owner.user.length - `${owner.user.length}:`.length);
}

/** The owner that a key stands for. Undefined if it is not an owner's key. */
export function readOwnerKey(key: string): Owner | undefined {
  const [kind = ''] = key.split('/', 1);
  const parts: string[] = [];
  for (let rest = key.slice(kind.length); rest !== ''; ) {
    const [head = '', length = ''] = /^\/(\d{1,6}):/.exec(rest) ?? [];
    const end = head.length + Number(length);
    if (head === '' || end > rest.length) return undefined;
    parts.push(rest.slice(head.length, end));
    rest = rest.slice(end);
  }
  const [bot, channel, tenant, user] = parts;
  if (kind === 'shared' && bot !== undefined && parts.length === 1) return { kind, bot };
  if (kind !== 'user' || parts.length !== 4) return undefined;
  return { kind, bot: bot ?? '', channel: channel ?? '', tenant: tenant ?? '', user: user ?? '' };
}
