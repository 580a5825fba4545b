package org.lanyard.upstream;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passwords, in the operating system's key store where there is one, else only in memory until the station ends. They
 * are written nowhere else.
 */
final class Passwords {

    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);

    private final Map<String, char[]> known = new ConcurrentHashMap<>();

    void remember(Connection connection, char[] password) {
        known.put(key(connection), password.clone());
    }

    /** Remembers it in the key store too; false where there is none. */
    @SuppressWarnings("try")   // the interface says that closing may be interrupted; no key store of the library is
    boolean keep(Connection connection, char[] password) {
        remember(connection, password);
        try (Keyring store = Keyring.create()) {
            store.setPassword(service(connection), connection.user(), new String(password));
            return true;
        } catch (BackendNotSupportedException | PasswordAccessException none) {
            LOG.info("no key store: {}", none.getClass().getSimpleName());
            return false;
        } catch (Exception unclosed) {
            throw new IllegalStateException("the key store could not be closed", unclosed);
        }
    }

    Optional<char[]> of(Connection connection) {
        char[] given = known.get(key(connection));
        if (given != null) {
            return Optional.of(given.clone());
        }
        Optional<char[]> kept = kept(connection);
        kept.ifPresent(password -> remember(connection, password));
        return kept;
    }

    @SuppressWarnings("try")   // as above
    private static Optional<char[]> kept(Connection connection) {
        try (Keyring store = Keyring.create()) {
            return Optional.ofNullable(store.getPassword(service(connection), connection.user())).map(String::toCharArray);
        } catch (BackendNotSupportedException | PasswordAccessException none) {
            return Optional.empty();
        } catch (Exception unclosed) {
            throw new IllegalStateException("the key store could not be closed", unclosed);
        }
    }

    private static String service(Connection connection) {
        return "Lanyard " + connection.registration();
    }

    private static String key(Connection connection) {
        return connection.registration() + ' ' + connection.user();
    }
}
