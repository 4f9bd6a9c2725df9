/** The changes of participants' files. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { fileClose, PasserelleFileCloseInput } from "../actions/file-close.ts";
import { fileReopen, PasserelleFileReopenInput } from "../actions/file-reopen.ts";
import { pairingAllow, PasserellePairingChoiceInput } from "../actions/pairing-allow.ts";
import { pairingStop } from "../actions/pairing-stop.ts";
import { PasserellePitchWriteInput, pitchWrite } from "../actions/pitch-write.ts";
import { PasserelleQuestionnaireReviseInput, questionnaireRevise } from "../actions/questionnaire-revise.ts";
import { PasserelleRegisterInput, register } from "../actions/register.ts";
import type { CcmmContext } from "../context.ts";
import { PasserelleParticipant } from "./participant.type.ts";

const RegisterPayload = payloadOf("PasserelleRegister", "participant", () => PasserelleParticipant);
const QuestionnaireRevisePayload = payloadOf(
  "PasserelleQuestionnaireRevise",
  "participant",
  () => PasserelleParticipant,
);
const PairingAllowPayload = payloadOf("PasserellePairingAllow", "participant", () => PasserelleParticipant);
const PairingStopPayload = payloadOf("PasserellePairingStop", "participant", () => PasserelleParticipant);
const PitchWritePayload = payloadOf("PasserellePitchWrite", "participant", () => PasserelleParticipant);
const FileClosePayload = payloadOf("PasserelleFileClose", "participant", () => PasserelleParticipant);
const FileReopenPayload = payloadOf("PasserelleFileReopen", "participant", () => PasserelleParticipant);

@Resolver()
export class ParticipantMutations {
  @Mutation(() => RegisterPayload, {
    description:
      "Registers a person with the answers of the questionnaire; whoever is not eligible gets a closed file that says why. For CCMM's advisers and website.",
  })
  passerelleRegister(@Arg("input") input: PasserelleRegisterInput, @Ctx() context: CcmmContext) {
    return payload("participant", register, input, context);
  }

  @Mutation(() => QuestionnaireRevisePayload, {
    description:
      "Answers the questionnaire again; whoever is no longer eligible leaves the programme. For CCMM's advisers and website.",
  })
  passerelleQuestionnaireRevise(
    @Arg("input") input: PasserelleQuestionnaireReviseInput,
    @Ctx() context: CcmmContext,
  ) {
    return payload("participant", questionnaireRevise, input, context);
  }

  @Mutation(() => PairingAllowPayload, {
    description: "Turns pairing with employers on, as the person chose. For CCMM's advisers and website.",
  })
  passerellePairingAllow(@Arg("input") input: PasserellePairingChoiceInput, @Ctx() context: CcmmContext) {
    return payload("participant", pairingAllow, input, context);
  }

  @Mutation(() => PairingStopPayload, {
    description: "Turns pairing off, as the person chose. For CCMM's advisers and website.",
  })
  passerellePairingStop(@Arg("input") input: PasserellePairingChoiceInput, @Ctx() context: CcmmContext) {
    return payload("participant", pairingStop, input, context);
  }

  @Mutation(() => PitchWritePayload, {
    description: "Writes the person's pitch. For CCMM's advisers and website.",
  })
  passerellePitchWrite(@Arg("input") input: PasserellePitchWriteInput, @Ctx() context: CcmmContext) {
    return payload("participant", pitchWrite, input, context);
  }

  @Mutation(() => FileClosePayload, {
    description:
      "Closes a file: the person moved to a region, or leaves for another reason. For CCMM's advisers.",
  })
  passerelleFileClose(@Arg("input") input: PasserelleFileCloseInput, @Ctx() context: CcmmContext) {
    return payload("participant", fileClose, input, context);
  }

  @Mutation(() => FileReopenPayload, {
    description: "Reopens a closed file where it stood. For CCMM's advisers.",
  })
  passerelleFileReopen(@Arg("input") input: PasserelleFileReopenInput, @Ctx() context: CcmmContext) {
    return payload("participant", fileReopen, input, context);
  }
}
