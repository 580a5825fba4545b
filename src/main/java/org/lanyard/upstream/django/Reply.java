package org.lanyard.upstream.django;

import org.lanyard.upstream.Answer;
import org.lanyard.upstream.Refusal;
import org.lanyard.upstream.Trouble;
import tools.jackson.databind.JsonNode;

sealed interface Reply {

    record Said(JsonNode body) implements Reply {}

    /** A rule of the server's said no; nothing was done there. */
    record Refused(Refusal why) implements Reply {}

    /** Nothing was done there. */
    record NotDone(Trouble trouble) implements Reply {}

    /** The answer is missing, or is not the server's. */
    record Lost(Trouble trouble) implements Reply {}

    default Answer<JsonNode> answer() {
        return switch (this) {
            case Said(JsonNode body) -> new Answer.Accepted<>(body);
            case Refused(Refusal why) -> new Answer.Refused<>(why);
            case NotDone(Trouble trouble) -> new Answer.Unreachable<>(trouble);
            case Lost(Trouble trouble) -> new Answer.InDoubt<>(trouble);
        };
    }
}
