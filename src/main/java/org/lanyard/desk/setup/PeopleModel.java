package org.lanyard.desk.setup;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lanyard.desk.Background;
import org.lanyard.desk.NewCode;
import org.lanyard.desk.Workplace;
import org.lanyard.roster.Corrections;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Post;
import org.lanyard.scan.Product;

/** Corrections that a lead makes by hand (R31). On the FX thread. */
final class PeopleModel {

    private static final int MOST_FOUND = 8;

    private final Workplace workplace;
    private final Roster roster;
    private final Corrections corrections;
    private final Supplier<UUID> ids;
    private final Background background;

    PeopleModel(Workplace workplace, Roster roster, Corrections corrections, Supplier<UUID> ids, Background background) {
        this.workplace = workplace;
        this.roster = roster;
        this.corrections = corrections;
        this.ids = ids;
        this.background = background;
    }

    void loadTicketTypes(Consumer<List<Product>> loaded, Consumer<String> failed) {
        Conference conference = workplace.conference();
        background.run(() -> roster.products(conference).stream()
                .filter(product -> product.kind() == Product.Kind.TICKET_TYPE).toList(), loaded, failed);
    }

    String newCode() {
        return NewCode.of(ids.get());
    }

    void add(Corrections.Newcomer newcomer, String reason, Runnable done, Consumer<String> failed) {
        change(post -> corrections.add(post, newcomer, reason), done, failed);
    }

    void find(String text, Consumer<List<Person>> found, Consumer<String> failed) {
        Conference conference = workplace.conference();
        background.run(() -> roster.search(conference, text, MOST_FOUND), found, failed);
    }

    void markPaid(Person person, String reason, Runnable done, Consumer<String> failed) {
        change(post -> corrections.setOrderStatus(post, person.id(), "paid", reason), done, failed);
    }

    void setAttention(Person person, String note, String reason, Runnable done, Consumer<String> failed) {
        change(post -> corrections.setAttention(post, person.id(), note, reason), done, failed);
    }

    private void change(Consumer<Post> work, Runnable done, Consumer<String> failed) {
        Post by = workplace.post();
        background.run(() -> {
            work.accept(by);
            return true;
        }, _ -> done.run(), failed);
    }
}
