/**
 * Metrics of a bot for Prometheus. Load it before the bot, whose own code stays as it is:
 *
 *     node --conditions=@latchkey/source --import ./examples/observe.ts examples/existing-bot.ts
 *     curl http://127.0.0.1:9464/metrics
 *
 * `grafana-dashboard.json`, next to this file, displays them. In a bot of your own, install `@opentelemetry/api`,
 * `@opentelemetry/sdk-metrics` and `@opentelemetry/exporter-prometheus`.
 */
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

const port = Number(process.env.METRICS_PORT || 9464);
const exporter = new PrometheusExporter({ host: '127.0.0.1', port });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [exporter] }));
