/** The manifests cannot rot: they name the commands, variables, ports and probes that the processes have. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, parseAllDocuments } from "yaml";
import { GATEWAY_ENVIRONMENT } from "../../gateway/environment.ts";
import { PARTNERS } from "../../local/start/partners.ts";
import { SUBGRAPH_ENVIRONMENT } from "../../platform/run-subgraph.ts";

interface Variable {
  name: string;
  value?: string;
  valueFrom?: {
    secretKeyRef?: { name: string; key: string };
    configMapKeyRef?: { name: string; key: string };
  };
}

interface Probe {
  httpGet: { path: string; port: string };
}

interface Container {
  command: string[];
  env: Variable[];
  ports?: { name: string; containerPort: number }[];
  startupProbe?: Probe;
  livenessProbe?: Probe;
  readinessProbe?: Probe;
  securityContext: Record<string, unknown>;
}

interface Pod {
  securityContext: Record<string, unknown>;
  automountServiceAccountToken: boolean;
  enableServiceLinks: boolean;
  terminationGracePeriodSeconds?: number;
  containers: Container[];
}

interface Template {
  metadata: { labels: Record<string, string> };
  spec: Pod;
}

interface Manifest {
  kind: string;
  metadata: { name: string };
  spec: {
    template?: Template;
    jobTemplate?: { spec: { template: Template } };
    selector?: { matchLabels?: Record<string, string>; app?: string };
    ports?: { port: number; targetPort: string }[];
    minAvailable?: number;
    minReplicas?: number;
    scaleTargetRef?: { name: string };
    policyTypes?: string[];
    podSelector?: unknown;
  };
}

const FOLDER = "kubernetes";
const SERVICES = [...PARTNERS, "gateway"];

const manifests = filesOf(FOLDER).flatMap((file) =>
  parseAllDocuments(readFileSync(file, "utf8")).map((document) => document.toJS() as Manifest),
);
const { services: compose } = parse(readFileSync("docker-compose.yml", "utf8"), { merge: true }) as {
  services: Record<string, { command: string[]; environment: Record<string, string> }>;
};

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return filesOf(join(folder, entry.name));
    return entry.name === "kustomization.yaml" ? [] : [join(folder, entry.name)];
  });
}

function find(kind: string, name: string): Manifest["spec"] {
  const found = manifests.filter((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  expect([kind, name, found.length]).toEqual([kind, name, 1]);
  return (found[0] as Manifest).spec;
}

const templateOf = ({ spec }: Manifest) => spec.template ?? spec.jobTemplate?.spec.template;
const pods = manifests.flatMap((manifest) => {
  const template = templateOf(manifest);
  return template ? [{ name: manifest.metadata.name, ...template }] : [];
});

function container(name: string): Container {
  const [only, ...more] = find("Deployment", name).template?.spec.containers ?? [];
  if (!only || more.length > 0) throw new Error(`${name} is not one container`);
  return only;
}

describe("The Kubernetes manifests", () => {
  it("are named in their kustomizations, each file once", () => {
    for (const folder of [FOLDER, join(FOLDER, "migrate")]) {
      const { resources } = parse(readFileSync(join(folder, "kustomization.yaml"), "utf8")) as {
        resources: string[];
      };
      const files = readdirSync(folder).filter(
        (name) => name.endsWith(".yaml") && name !== "kustomization.yaml",
      );
      expect(resources.toSorted()).toEqual(files.toSorted());
    }
  });

  it.each(SERVICES)(
    "run %s by the command of the compose file, with every variable that it is given there",
    (name) => {
      const { command, env } = container(name);
      expect(command).toEqual(compose[name]?.command);
      const given = env.map((variable) => variable.name);
      expect(given).toEqual([...new Set(given)]);
      expect(Object.keys(compose[name]?.environment ?? {}).filter((each) => !given.includes(each))).toEqual(
        [],
      );
      const known = {
        ...(name === "gateway" ? GATEWAY_ENVIRONMENT : SUBGRAPH_ENVIRONMENT),
        ...compose[name]?.environment,
      };
      expect(given.filter((each) => !(each in known))).toEqual([]);
    },
  );

  it.each(SERVICES)("send to %s where it listens, and ask for its health where it tells it", (name) => {
    const { env, ports, startupProbe, livenessProbe, readinessProbe } = container(name);
    const value = (variable: string) => Number(env.find((each) => each.name === variable)?.value);
    expect(ports).toEqual([
      { name: "http", containerPort: value("PORT") },
      { name: "metrics", containerPort: value("METRICS_PORT") },
    ]);
    expect(find("Service", name).ports).toEqual([{ name: "http", port: value("PORT"), targetPort: "http" }]);
    expect(startupProbe?.httpGet).toEqual({ path: "/health/live", port: "http" });
    expect(livenessProbe?.httpGet).toEqual({ path: "/health/live", port: "http" });
    expect(readinessProbe?.httpGet).toEqual({ path: "/health/ready", port: "http" });
    const source = readFileSync("platform/health.ts", "utf8");
    for (const path of ["/health/live", "/health/ready"]) expect(source).toContain(`app.get("${path}"`);
  });

  it.each(SERVICES)("keep one %s at least while others leave, and give each the time to finish", (name) => {
    const deployment = find("Deployment", name);
    const labels = { app: name };
    expect(deployment.selector?.matchLabels).toEqual(labels);
    expect(deployment.template?.metadata.labels).toMatchObject(labels);
    expect(find("Service", name).selector).toEqual(labels);
    const budget = find("PodDisruptionBudget", name);
    expect(budget.selector?.matchLabels).toEqual(labels);
    const scaler = find("HorizontalPodAutoscaler", name);
    expect(scaler.scaleTargetRef?.name).toBe(name);
    expect(scaler.minReplicas).toBeGreaterThan(budget.minAvailable ?? Infinity);
    const delay = Number(container(name).env.find((each) => each.name === "STOP_DELAY")?.value);
    expect(deployment.template?.spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(delay + 25);
  });

  it("find the subgraphs and the gateway under the names of their services", () => {
    const addresses = SERVICES.flatMap((name) => container(name).env).flatMap(({ value }) =>
      value?.startsWith("http://") ? [new URL(value)] : [],
    );
    expect(addresses.length).toBe(PARTNERS.length + 4);
    for (const { hostname, port, pathname } of addresses) {
      expect(find("Service", hostname).ports?.[0]?.port).toBe(Number(port));
      expect(pathname).toBe("/graphql");
    }
  });

  it("let every process reach the databases, and give the gateways one in which they count together", () => {
    expect(find("NetworkPolicy", "databases").podSelector).toEqual({
      matchLabels: { "part-of": "continuum" },
    });
    const rates = container("gateway").env.find((each) => each.name === "RATE_DATABASE_URL");
    expect(rates?.valueFrom).toEqual({
      secretKeyRef: { name: "continuum-gateway", key: "RATE_DATABASE_URL" },
    });
    expect(readFileSync("docs/operations/run-on-kubernetes.md", "utf8")).toContain("`RATE_DATABASE_URL`");
  });

  it("bring the tables of each subgraph up to date, and verify what was disclosed, by commands that are there", () => {
    const runs = PARTNERS.map((name) => [
      "Job",
      `${name}-migrate`,
      name,
      "migrate",
      "MIGRATION_DATABASE_URL",
    ]);
    runs.push(["CronJob", "registry-verify", "registry", "verify", "DATABASE_URL"]);
    for (const [kind, job, name, command, address] of runs) {
      const manifest = manifests.find((each) => each.kind === kind && each.metadata.name === job);
      const [run] = (manifest && templateOf(manifest)?.spec.containers) ?? [];
      expect(run?.command).toEqual(["node", `dist/subgraphs/${name}/main.js`, command]);
      expect(run?.env[0]?.name).toEqual(address);
      expect(existsSync(`subgraphs/${name}/main.ts`)).toBe(true);
    }
    expect(readFileSync("platform/run-subgraph.ts", "utf8")).toMatch(/\bmigrate: async/);
    expect(readFileSync("subgraphs/registry/main.ts", "utf8")).toMatch(/commands: {[^}]*\bverify\b/);
  });

  it("hold no secret, and give the owner's address of a database to no process that serves", () => {
    const variables = pods.flatMap(({ spec }) => spec.containers.flatMap(({ env }) => env));
    const secrets = variables.filter(({ name }) =>
      /PASSWORD|PRIVATE|GRANT_KEY|SEAL_KEY|WEBHOOK_KEY|DATABASE_URL|CREDENTIALS/.test(name),
    );
    expect(secrets.length).toBeGreaterThan(20);
    for (const { value, valueFrom } of secrets) {
      expect(value).toBeUndefined();
      expect(valueFrom?.secretKeyRef).toBeDefined();
    }
    for (const name of SERVICES)
      for (const { valueFrom } of container(name).env)
        expect(valueFrom?.secretKeyRef?.name ?? "").not.toMatch(/-owner$/);
    // A partner's process is given its own secrets and nobody else's.
    for (const name of SERVICES)
      for (const { valueFrom } of container(name).env)
        if (valueFrom?.secretKeyRef) expect(valueFrom.secretKeyRef.name).toBe(`continuum-${name}`);
  });

  it("run every pod without privileges, without the cluster's token, and behind a policy that refuses first", () => {
    expect(pods.length).toBe(SERVICES.length + PARTNERS.length + 1);
    for (const { metadata, spec } of pods) {
      expect(spec.securityContext).toMatchObject({ runAsNonRoot: true });
      expect(spec.automountServiceAccountToken).toBe(false);
      expect(spec.enableServiceLinks).toBe(false);
      for (const { securityContext } of spec.containers)
        expect(securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        });
      expect(metadata.labels["part-of"]).toBe("continuum");
    }
    expect(find("NetworkPolicy", "nobody")).toEqual({
      podSelector: { matchLabels: { "part-of": "continuum" } },
      policyTypes: ["Ingress", "Egress"],
    });
  });
});
