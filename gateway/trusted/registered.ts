/** Notices that an operation was registered or retired through this gateway, which then knows it at once. */
import type { ApolloServerPlugin } from "@apollo/server";
import { Kind } from "graphql";
import type { GatewayContext } from "../context.ts";
import type { TrustedList } from "./list.ts";

const CHANGES: ReadonlySet<string> = new Set(["trustedOperationRegister", "trustedOperationRetire"]);

/** Has the list looked at once the change is answered. Gateways beside this one learn of it when they next look. */
export function registrationPlugin(list: TrustedList): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation, contextValue }) {
          if (operation?.operation !== "mutation" || contextValue.isRehearsal) return;
          const changes = operation.selectionSet.selections.some(
            (node) => node.kind === Kind.FIELD && CHANGES.has(node.name.value),
          );
          if (changes) void list.renew();
        },
      };
    },
  };
}
