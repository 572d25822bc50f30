/**
 * Milliseconds of the processor's time that some work takes in this process. Unlike the time on a clock, it says nothing about what
 * else the machine is doing.
 */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
