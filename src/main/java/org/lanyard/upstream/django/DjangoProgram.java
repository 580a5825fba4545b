package org.lanyard.upstream.django;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.Answer;
import org.lanyard.upstream.Connection;
import org.lanyard.upstream.ConnectionStep;
import org.lanyard.upstream.OutgoingRecord;
import org.lanyard.upstream.Patience;
import org.lanyard.upstream.Receipt;
import org.lanyard.upstream.Refusal;
import org.lanyard.upstream.RegistrationServer;
import org.lanyard.upstream.ServerPerson;
import org.lanyard.upstream.ServerRoster;
import org.lanyard.upstream.Trouble;

public final class DjangoProgram implements RegistrationServer {

    private static final PreloadForm FORM = new PreloadForm();

    private final DjangoSession session;
    private volatile boolean terminalAnswers = true;

    public DjangoProgram(Connection connection, Supplier<Optional<char[]>> password, Patience patience,
            InstantSource clock) {
        this.session = new DjangoSession(connection, password, patience, clock);
    }

    @Override
    public Answer<ServerRoster> pull(Conference conference, LongConsumer progress) {
        return switch (session.download("checkin/preload/")) {
            case DjangoSession.Download.Failed(Trouble trouble) -> new Answer.Unreachable<>(trouble);
            case DjangoSession.Download.Open(InputStream body) -> {
                try (body) {
                    yield new Answer.Accepted<>(FORM.readAll(body, progress));
                } catch (IOException cutOff) {
                    yield new Answer.Unreachable<>(Trouble.of(Trouble.FaultKind.CUT, "server.cut-roster"));
                }
            }
        };
    }

    @Override
    public Answer<Receipt> deliver(OutgoingRecord record) {
        return session.ask(Question.deliver(record)).answer().map(Wire::receipt);
    }

    @Override
    public Answer<ServerPerson> lookUp(String code) {
        if (!Question.canAsk(code)) {
            return new Answer.Refused<>(Refusal.of(Refusal.Reason.UNASKABLE, Sentence.of("delivery.unaskable", code)));
        }
        return session.ask(Question.lookUp(code)).answer().map(body -> Wire.person(body, Optional.empty()));
    }

    @Override
    public Optional<String> orderReference(String code) {
        if (!terminalAnswers || !Question.canAsk(code)) {
            return Optional.empty();
        }
        Reply reply = session.ask(Question.terminal(code));
        terminalAnswers = reply instanceof Reply.Said || reply instanceof Reply.Refused;
        return reply instanceof Reply.Said(var body) ? Optional.of(body.path("order").path("reference").asString(""))
                : Optional.empty();
    }

    @Override
    public List<ConnectionStep> check(Conference conference) {
        return new ConnectionSteps(session, conference).run();
    }

    @Override
    public void close() {
        session.close();
    }
}
