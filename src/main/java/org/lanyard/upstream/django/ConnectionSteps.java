package org.lanyard.upstream.django;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.ConnectionStep;
import org.lanyard.upstream.Refusal;
import org.lanyard.upstream.Trouble;

final class ConnectionSteps {

    private final DjangoSession session;
    private final Conference conference;

    ConnectionSteps(DjangoSession session, Conference conference) {
        this.session = session;
        this.conference = conference;
    }

    List<ConnectionStep> run() {
        List<ConnectionStep> steps = new ArrayList<>();
        steps.add(step("reach", session.openSignInPage(), Sentence.of("server.reached")));
        if (steps.getLast().passed()) {
            steps.add(step("sign in", session.signIn(), Sentence.of("server.signed-in", session.user())));
        }
        if (steps.getLast().passed()) {
            steps.add(askForConference());
        }
        return steps;
    }

    private ConnectionStep step(String name, Optional<Trouble> trouble, Sentence passed) {
        Sentence said = trouble.map(Trouble::sentence).orElse(passed);
        Optional<String> untrusted = trouble.isPresent() ? session.refusedCertificate() : Optional.empty();
        return new ConnectionStep(name, trouble.isEmpty(),
                untrusted.map(print -> Sentence.of("server.certificate.compare", said, print)).orElse(said));
    }

    private ConnectionStep askForConference() {
        String step = "conference";
        return switch (session.ask(Question.conference())) {
            case Reply.Said(var body) -> {
                String slug = body.path("conference").asString("");
                boolean same = slug.equalsIgnoreCase(conference.slug());
                yield new ConnectionStep(step, same, same ? Sentence.of("server.has", conference.slug())
                        : Sentence.of("server.other-prefix", slug, conference.slug()));
            }
            case Reply.Refused(Refusal why) -> new ConnectionStep(step, false, why.sentence());
            case Reply.NotDone(Trouble why) -> new ConnectionStep(step, false, why.sentence());
            case Reply.Lost(Trouble why) -> new ConnectionStep(step, false, why.sentence());
        };
    }
}
