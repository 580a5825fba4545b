package org.lanyard.gate;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lanyard.roster.Person;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Verdict;

/** Asked between looking a person up and recording, where other stations may know better. */
public interface VenueHub {

    /** A station on its own: nobody to ask. */
    VenueHub NONE = new VenueHub() {
        @Override
        public boolean decides(Post post) {
            return false;
        }

        @Override
        public CompletableFuture<Optional<Verdict>> ask(Post post, Scan scan, Person person) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
    };

    /** True where scans at this post need the hub's consent. Waits for nothing. */
    boolean decides(Post post);

    /**
     * Asks for one scan that the rules here allow; no transaction is open meanwhile.
     *
     * @return the answer that stands against a record, empty where it may be made; completes within the hub's deadline,
     *         and never fails
     */
    CompletableFuture<Optional<Verdict>> ask(Post post, Scan scan, Person person);
}
