import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/kafka/', import.meta.url));
/** The first is what our users are told to run; the second is tried where the repository does not have the first. */
const VERSIONS = ['4.1.2', '4.4.0'];
const LOG4J_BINDING = '2.25.3';

export type KafkaFiles = { readonly version: string; readonly classPath: string; readonly archive: string };

const pomOf = (version: string): string => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>duban</groupId><artifactId>kafka-for-tests</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${version}</version></dependency>
    <dependency>
      <groupId>org.apache.logging.log4j</groupId><artifactId>log4j-slf4j-impl</artifactId><version>${LOG4J_BINDING}</version>
    </dependency>
  </dependencies>
</project>
`;

const download = async (version: string, to: string): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'duban-kafka-jars-'));
  const jars = join(folder, 'jars');
  try {
    await writeFile(join(folder, 'pom.xml'), pomOf(version));
    const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${jars}`];
    await run('mvn', ['-q', '-B', '-f', join(folder, 'pom.xml'), ...goal], { timeout: 240_000 });
    await mkdir(CACHE, { recursive: true });
    // Two runs may download at once; the second finds the first one's folder, which is the same.
    await rename(jars, to).catch((error: unknown) => {
      if (!existsSync(to)) throw error;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const filesIn = (folder: string, version: string): KafkaFiles => ({
  version,
  classPath: globSync('*.jar', { cwd: folder })
    .sort()
    .map((jar) => join(folder, jar))
    .join(':'),
  archive: join(CACHE, `${version}.jsa`),
});

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';

/** The jars of Apache Kafka, downloaded once by Maven; else the reason why there are none. */
export const kafkaFiles = async (): Promise<KafkaFiles | string> => {
  const java = await run('java', ['-version']).then(
    () => true,
    () => false,
  );
  if (!java) return 'Kafka needs Java 17 or newer on the PATH';
  let reason = '';
  for (const version of VERSIONS) {
    const folder = join(CACHE, version);
    if (existsSync(folder)) return filesIn(folder, version);
    try {
      await download(version, folder);
      return filesIn(folder, version);
    } catch (error) {
      reason = firstLine(error);
    }
  }
  return `Maven could not fetch org.apache.kafka:kafka_2.13 (${reason})`;
};
