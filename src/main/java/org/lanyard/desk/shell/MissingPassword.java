package org.lanyard.desk.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lanyard.desk.Background;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Sentence;
import org.lanyard.upstream.Standing;
import org.lanyard.upstream.Upstream;
import org.lanyard.upstream.UpstreamStatus;

/** The password of the registration server that no key store holds: asked for once after a start. On the FX thread. */
final class MissingPassword {

    private static final String MISSING = "server.no-password";
    private static final String WRONG = "server.wrong-password";

    record Request(Conference conference, Sentence sentence) {}

    private final Upstream upstream;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Request>> request = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean asked;
    private boolean given;

    MissingPassword(Upstream upstream, Background background) {
        this.upstream = upstream;
        this.background = background;
    }

    ReadOnlyObjectProperty<Optional<Request>> requestProperty() {
        return request.getReadOnlyProperty();
    }

    void look(Conference conference, UpstreamStatus status) {
        boolean needed = status.standing() == Standing.SIGN_IN_NEEDED;
        String why = status.sentence().key();
        boolean ask = needed && (!asked && why.equals(MISSING) || given && why.equals(WRONG));
        if (ask) {
            asked = true;
            given = false;
            request.set(Optional.of(new Request(conference, status.sentence())));
        } else if (!needed) {
            request.set(Optional.empty());
        }
    }

    void give(String password) {
        request.get().ifPresent(asking -> background.run(() -> {
            boolean kept = upstream.keepPassword(asking.conference(), password.toCharArray());
            upstream.wake(asking.conference());
            return kept;
        }, _ -> given = true, _ -> {}));
        request.set(Optional.empty());
    }

    void postpone() {
        request.set(Optional.empty());
    }
}
