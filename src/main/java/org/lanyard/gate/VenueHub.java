package org.lanyard.gate;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lanyard.ledger.Db;
import org.lanyard.roster.Person;
import org.lanyard.scan.Post;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Verdict;

/** Asked between looking a person up and recording, where other stations may know better. */
public interface VenueHub {

    VenueHub NONE = new VenueHub() {
        @Override
        public boolean decides(Post post) {
            return false;
        }

        @Override
        public CompletableFuture<Optional<Verdict>> ask(Post post, Scan scan, Person person) {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public CompletableFuture<Boolean> catchUp() {
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public boolean consents(Db db, Post post, Scan scan, Person person) {
            return true;
        }

        @Override
        public void over(Scan scan) {}
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

    /**
     * Fetches what the other stations have recorded.
     *
     * @return false where the hub does not answer; completes within its deadline, and never fails
     */
    CompletableFuture<Boolean> catchUp();

    /** True where a shared unit or seat may be recorded in this very transaction: the hub said yes, or this station owns it. */
    boolean consents(Db db, Post post, Scan scan, Person person) throws SQLException;

    void over(Scan scan);
}
