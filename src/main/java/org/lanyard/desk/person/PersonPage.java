package org.lanyard.desk.person;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.lanyard.badge.job.PrintJob;
import org.lanyard.gate.Dossier;
import org.lanyard.journal.Entry;
import org.lanyard.journal.RecordKind;
import org.lanyard.roster.Catalogue;
import org.lanyard.roster.Person;
import org.lanyard.scan.Item;
import org.lanyard.scan.Post;
import org.lanyard.scan.Role;
import org.lanyard.scan.Verdict;

/**
 * Everything that is shown of one person, as it was read.
 *
 * @param post      of whoever asked
 * @param stopped   the verdict that a check-in would get, where that is a stop
 * @param group     the people of the order, where the person is not alone on it
 * @param catalogue of the conference
 * @param history   newest first
 * @param readAt    the time of reading
 * @param currency  of the conference
 * @param reasons   that leads gave last
 * @param badge     that was printed last, or waits
 */
record PersonPage(Post post, Person person, Dossier dossier, Optional<Verdict> stopped,
        Optional<Verdict.ChoosePeople> group, List<Catalogue.Entry> catalogue, List<Entry> history, Instant readAt,
        Currency currency, List<String> reasons, Optional<PrintJob> badge) {

    boolean allows(Role role) {
        return post.allows(role);
    }

    List<Item> items() {
        return Item.usedUpLast(dossier.items());
    }

    boolean mayBeLetThrough() {
        return stopped.filter(Verdict::overridable).isPresent();
    }

    boolean anyBlock() {
        return person.blocked() || dossier.codes().stream().anyMatch(code -> code.blocked());
    }

    boolean carried() {
        return history.stream().filter(entry -> entry.kind() == RecordKind.CORRECTION).map(Entry::detail)
                .filter(what -> what.equals("carried") || what.equals("carry_undone")).findFirst()
                .filter("carried"::equals).isPresent();
    }
}
