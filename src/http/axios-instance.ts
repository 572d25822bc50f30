import axios, {
  Axios,
  type AxiosAdapter,
  type AxiosInstance,
  type AxiosRequestConfig,
  type CreateAxiosDefaults,
} from 'axios';
import type { Api } from '../model/action.ts';

/** For the axios instance with which an action calls its product. Only this file imports axios; `api-adapter.ts` sends the requests. */
export interface ApiSettings {
  readonly baseUrl: string;
  readonly timeoutMs: number;
}

/**
 * An axios instance whose requests all go through `adapter`, even if a request's own config names another one. `translate`
 * converts axios's own errors.
 */
export function createApiInstance(
  adapter: AxiosAdapter,
  settings: ApiSettings,
  translate: (error: unknown) => unknown,
): Api {
  const instance = createInstance(adapter, settings);
  instance.interceptors.request.use((config) => Object.assign(config, { adapter }), undefined, { synchronous: true });
  instance.interceptors.response.use(undefined, (error) => {
    throw axios.isAxiosError(error) || axios.isCancel(error) ? translate(error) : error;
  });
  return instance;
}

/**
 * Like `axios.create`, in a fifth of the time: every run of an action has its own instance, and axios needs as long to create one
 * as for a request. The instance also has its own defaults: an action's changes to them affect nobody else, and they contain
 * nothing that the host application gave to axios for its own calls, such as a header with a key.
 */
function createInstance(adapter: AxiosAdapter, settings: ApiSettings): AxiosInstance {
  const client = new Axios({
    adapter,
    baseURL: settings.baseUrl,
    timeout: settings.timeoutMs,
    allowAbsoluteUrls: false,
    maxRedirects: 0,
    proxy: false,
    validateStatus: (status) => status >= 200 && status < 300,
    transformRequest: [...JSON_BOTH_WAYS.transformRequest],
    transformResponse: [...JSON_BOTH_WAYS.transformResponse],
    transitional: { ...JSON_BOTH_WAYS.transitional },
    env: { ...JSON_BOTH_WAYS.env },
  });
  const common = { Accept: 'application/json, text/plain, */*' };
  client.defaults.headers = { common, delete: {}, get: {}, head: {}, post: {}, put: {}, patch: {} };
  const create = ({ headers, ...config }: CreateAxiosDefaults = {}): AxiosInstance => {
    const child = createInstance(adapter, settings);
    Object.assign(child.defaults, config);
    Object.assign(child.defaults.headers, headers);
    return child;
  };
  const { defaults, interceptors } = client;
  // closures and assignments, because bound methods and `Object.assign` take many times as long
  const request: AxiosInstance['request'] = (...given) => client.request(...given);
  const instance = request as AxiosInstance;
  instance.defaults = defaults as AxiosInstance['defaults'];
  instance.interceptors = interceptors;
  instance.create = create;
  instance.request = request;
  instance.getUri = (config) => client.getUri(config);
  instance.get = (url, config) => client.get(url, config);
  instance.delete = (url, config) => client.delete(url, config);
  instance.head = (url, config) => client.head(url, config);
  instance.options = (url, config) => client.options(url, config);
  instance.post = (url, data, config) => client.post(url, data, config);
  instance.put = (url, data, config) => client.put(url, data, config);
  instance.patch = (url, data, config) => client.patch(url, data, config);
  instance.postForm = (url, data, config) => client.postForm(url, data, config);
  instance.putForm = (url, data, config) => client.putForm(url, data, config);
  instance.patchForm = (url, data, config) => client.patchForm(url, data, config);
  instance.query = (url, data, config) => client.query(url, data, config);
  return instance;
}

/** axios's own defaults, as they are when it is loaded. */
const JSON_BOTH_WAYS = {
  transformRequest: [axios.defaults.transformRequest ?? []].flat(),
  transformResponse: [axios.defaults.transformResponse ?? []].flat(),
  transitional: axios.defaults.transitional,
  env: axios.defaults.env,
};

/** Whether a response is transformed by nothing but axios's own reading of JSON. */
export function parsesJson(transformers: AxiosRequestConfig['transformResponse']): boolean {
  const given = [transformers ?? []].flat();
  const own = JSON_BOTH_WAYS.transformResponse;
  return given.length === own.length && given.every((one, index) => one === own[index]);
}

/** A call's address with its query as axios encodes it. */
export function withParams(config: Pick<AxiosRequestConfig, 'url' | 'params' | 'paramsSerializer'>): string {
  const { url = '', params, paramsSerializer } = config;
  if (params === undefined || params === null) return url;
  return SPELLER.getUri({ url, params, ...(paramsSerializer === undefined ? {} : { paramsSerializer }) });
}

/** Without any defaults. */
const SPELLER = new Axios({});
