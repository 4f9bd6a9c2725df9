/** Notices that an operation was registered through this gateway, so that its plan is ready before it is first asked. */
import type { ApolloServerPlugin } from "@apollo/server";
import { Kind } from "graphql";
import type { GatewayContext } from "../context.ts";
import type { TrustedList } from "./list.ts";

const REGISTERING = "trustedOperationRegister";

/** Has the list read anew once the registration is answered. Gateways beside this one learn of it when they next read theirs. */
export function registrationPlugin(list: TrustedList): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation, contextValue }) {
          if (operation?.operation !== "mutation" || contextValue.isRehearsal) return;
          const registers = operation.selectionSet.selections.some(
            (node) => node.kind === Kind.FIELD && node.name.value === REGISTERING,
          );
          if (registers) void list.renew();
        },
      };
    },
  };
}
