package org.lanyard.upstream;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.lanyard.scan.Conference;

/**
 * One user's connection to a registration system, for one conference. Every method asks the network and may take
 * seconds; {@link #deliver} and {@link #lookUp} may be called by several threads at once.
 */
public interface RegistrationServer extends AutoCloseable {

    /** @param progress told how many attendees have arrived; an exception it throws ends the pull */
    Answer<ServerRoster> pull(Conference conference, LongConsumer progress);

    /** Sends one record. It leaves at most once, unless the server said that it did nothing. */
    Answer<Receipt> deliver(OutgoingRecord record);

    Answer<ServerPerson> lookUp(String code);

    default Optional<String> orderReference(String code) {
        return Optional.empty();
    }

    /** Goes through the steps of a connection up to the first that fails; changes nothing at the server. */
    List<ConnectionStep> check(Conference conference);

    @Override
    void close();
}
