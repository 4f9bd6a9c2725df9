/** What the registry's resolvers are given for one request. */
import { grantMinter, type GrantSection, type MintGrant } from "../../platform/grant.ts";
import { refuseAddress } from "../../platform/post-outside.ts";
import type { RequestContext } from "../../platform/subgraph.ts";
import { ticketIssuer, type IssueTicket } from "../../platform/ticket.ts";
import type { WebhookSettings } from "./actions/webhooks.ts";
import { HOLDER_OF_SECTION, Section, type Holder } from "./domain/section.ts";
import { openFiles, seenIn, type CandidateFile, type FileKey, type Question } from "./store/files.ts";
import { allowedHosts } from "./news.ts";
import { createLoaders, type Loaders } from "./store/loaders.ts";

export interface RegistryContext extends RequestContext {
  load: Loaders;
  /** Opens a file for the sections that the running operation asks for; null for whom the viewer may not know of. */
  openFile: (key: FileKey, asked: Pick<Question, "sections" | "operation">) => Promise<CandidateFile | null>;
  /** The grant of a partner's section, over that partner's registrations of the person. */
  mint: (section: GrantSection, file: CandidateFile) => string;
  /** The ticket of a registration for the partner that keeps it; null when its data are not in the hub. */
  ticket: (registrationId: string, organisation: string, holder: Holder | null) => string | null;
  webhooks: WebhookSettings;
}

type Partner = Exclude<Holder, "registry">;

export interface RegistrySettings {
  FCCQ_GRANT_KEY: string;
  EER_GRANT_KEY: string;
  CCMM_GRANT_KEY: string;
  REGIONAL_GRANT_KEY: string;
  WEBHOOK_KEY?: string | undefined;
  WEBHOOK_ALLOWED_HOSTS?: string | undefined;
}

/** The context of each request, with the keys that the registry shares with each partner. */
export function registryContext(settings: RegistrySettings): (base: RequestContext) => RegistryContext {
  const keys: Record<Partner, string> = {
    fccq: settings.FCCQ_GRANT_KEY,
    eer: settings.EER_GRANT_KEY,
    ccmm: settings.CCMM_GRANT_KEY,
    regional: settings.REGIONAL_GRANT_KEY,
  };
  const minters = perPartner<MintGrant>((partner) => grantMinter(keys[partner]));
  const tickets = perPartner<IssueTicket>((partner) => ticketIssuer(keys[partner]));
  const hosts = allowedHosts(settings.WEBHOOK_ALLOWED_HOSTS);
  const webhooks: WebhookSettings = {
    key: settings.WEBHOOK_KEY ?? null,
    refuseAddress: (url) => refuseAddress(url, hosts),
  };
  return (base) => ({
    ...base,
    webhooks,
    load: createLoaders(base, base.viewer.organisation),
    openFile: fileOpener(base),
    mint: (section, file) => {
      const holder = HOLDER_OF_SECTION[section] as Partner;
      const registrationIds = seenIn(file, Section[section], base.viewer.organisation)
        .filter(({ subgraph }) => subgraph === holder)
        .map(({ id }) => id);
      return minters[holder]({ candidateId: file.candidateId, registrationIds, section }, base.viewer);
    },
    ticket: (registrationId, organisation, holder) =>
      holder && holder !== "registry" ? tickets[holder](registrationId, organisation) : null,
  });
}

/** Files are opened in waves with everything else the request reads: one transaction for all people of a wave. */
function fileOpener({ waves, manager, viewer, now }: RequestContext): RegistryContext["openFile"] {
  let asked: Pick<Question, "sections" | "operation"> = { sections: [], operation: null };
  const loader = waves.loader<string, CandidateFile | null>((keys) =>
    openFiles(
      manager,
      keys.map((key) => JSON.parse(key) as FileKey),
      { ...asked, viewer, now: now() },
    ),
  );
  return (key, question) => {
    asked = question;
    return loader.load(JSON.stringify(key));
  };
}

function perPartner<T>(make: (partner: Partner) => T): Record<Partner, T> {
  return { fccq: make("fccq"), eer: make("eer"), ccmm: make("ccmm"), regional: make("regional") };
}
