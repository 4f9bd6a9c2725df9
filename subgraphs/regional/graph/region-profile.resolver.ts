/** What the profile of a region leads to. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import type { RegionalContext } from "../context.ts";
import { Organisation } from "./organisation.type.ts";
import { RegionProfile, RegionalService, RegionalVideo } from "./region-profile.type.ts";
import { Region } from "./region.type.ts";
import { RegionalText } from "./regional-text.type.ts";

@Resolver(() => RegionProfile)
export class RegionProfileResolver {
  @FieldResolver(() => Region, { description: "The region." })
  region(@Root() { regionCode }: RegionProfile): Region {
    return { code: regionCode };
  }

  @FieldResolver(() => RegionalText, {
    nullable: true,
    description: "The local reality, in words (réalité locale); null until a partner has written it.",
  })
  async reality(
    @Root() { regionCode }: RegionProfile,
    @Ctx() { load }: RegionalContext,
  ): Promise<RegionalText | null> {
    const profile = await load.profileOfRegion.load(regionCode);
    return profile && { fr: profile.realityFr, en: profile.realityEn };
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: "When the local reality was last written; null until then.",
  })
  async writtenAt(@Root() { regionCode }: RegionProfile, @Ctx() { load }: RegionalContext) {
    const profile = await load.profileOfRegion.load(regionCode);
    return profile && profile.writtenAt;
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "The partner that wrote the local reality last; null until then.",
  })
  async writtenBy(
    @Root() { regionCode }: RegionProfile,
    @Ctx() { load }: RegionalContext,
  ): Promise<Organisation | null> {
    const profile = await load.profileOfRegion.load(regionCode);
    return profile && { code: profile.tenant };
  }

  @FieldResolver(() => [RegionalService], { description: "The services that newcomers find there, by kind." })
  services(@Root() { regionCode }: RegionProfile, @Ctx() { load }: RegionalContext) {
    return load.servicesOfRegion(regionCode);
  }

  @FieldResolver(() => [RegionalVideo], { description: "The videos that show it, the latest first." })
  videos(@Root() { regionCode }: RegionProfile, @Ctx() { load }: RegionalContext) {
    return load.videosOfRegion(regionCode);
  }
}

@Resolver(() => RegionalService)
export class RegionalServiceResolver {
  @FieldResolver(() => RegionalText, { description: "What it does for newcomers." })
  about(@Root() { aboutFr, aboutEn }: RegionalService): RegionalText {
    return { fr: aboutFr, en: aboutEn };
  }

  @FieldResolver(() => Region, { description: "The region." })
  region(@Root() { regionCode }: RegionalService): Region {
    return { code: regionCode };
  }

  @FieldResolver(() => Organisation, { description: "The partner that keeps it in the profile." })
  organisation(@Root() { tenant }: RegionalService): Organisation {
    return { code: tenant };
  }
}

@Resolver(() => RegionalVideo)
export class RegionalVideoResolver {
  @FieldResolver(() => RegionalText, { description: "Its title." })
  title(@Root() { titleFr, titleEn }: RegionalVideo): RegionalText {
    return { fr: titleFr, en: titleEn };
  }

  @FieldResolver(() => Region, { description: "The region." })
  region(@Root() { regionCode }: RegionalVideo): Region {
    return { code: regionCode };
  }

  @FieldResolver(() => Organisation, { description: "The partner that shows it." })
  organisation(@Root() { tenant }: RegionalVideo): Organisation {
    return { code: tenant };
  }
}
