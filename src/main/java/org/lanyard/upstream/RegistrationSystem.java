package org.lanyard.upstream;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

@FunctionalInterface
public interface RegistrationSystem {

    /** @param password asked for at each sign-in; empty where nobody has given one */
    RegistrationServer connect(Connection connection, Supplier<Optional<char[]>> password, Patience patience,
            InstantSource clock);
}
