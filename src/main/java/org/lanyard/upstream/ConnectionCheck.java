package org.lanyard.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.Reply.Trouble;

/** Reach the server, sign in, ask for the conference: says which step failed, and why. */
public final class ConnectionCheck {

    private final Session session;
    private final Conference conference;

    ConnectionCheck(Session session, Conference conference) {
        this.session = session;
        this.conference = conference;
    }

    /** @param sentence what was found, or why it failed */
    public record Step(String name, boolean passed, Sentence sentence) {}

    List<Step> run() {
        List<Step> steps = new ArrayList<>();
        steps.add(step("reach", session.openSignInPage(), Sentence.of("server.reached")));
        if (steps.getLast().passed()) {
            steps.add(step("sign in", session.signIn(), Sentence.of("server.signed-in", session.connection().user())));
        }
        if (steps.getLast().passed()) {
            steps.add(askForConference());
        }
        return steps;
    }

    private Step step(String name, Optional<Trouble> trouble, Sentence passed) {
        String untrusted = session.refusedCertificate();
        if (trouble.isPresent() && untrusted != null) {
            return new Step(name, false, Sentence.of("server.certificate.compare",
                    trouble.get().sentence(), untrusted));
        }
        return trouble.map(why -> new Step(name, false, why.sentence())).orElseGet(() -> new Step(name, true, passed));
    }

    /** No ticket type has this slug, so the answer is short. */
    private Step askForConference() {
        String step = "conference";
        return switch (session.get("preload/?ticket_type=-")) {
            case Reply.Accepted(var body) -> {
                String slug = body.path("conference").asString("");
                yield slug.equalsIgnoreCase(conference.slug())
                        ? new Step(step, true, Sentence.of("server.has", conference.slug()))
                        : new Step(step, false, Sentence.of("server.other-prefix", slug, conference.slug()));
            }
            case Reply.Refused refused -> new Step(step, false, Sentence.of("server.says", refused.why()));
            case Reply.Stopped(Trouble why) -> new Step(step, false, why.sentence());
            case Reply.Lost(Trouble why) -> new Step(step, false, why.sentence());
        };
    }
}
