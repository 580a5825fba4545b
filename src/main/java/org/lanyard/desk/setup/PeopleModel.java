package org.lanyard.desk.setup;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lanyard.desk.Background;
import org.lanyard.desk.NewCode;
import org.lanyard.desk.NextScan;
import org.lanyard.desk.Workplace;
import org.lanyard.journal.Till;
import org.lanyard.roster.Correction;
import org.lanyard.roster.Corrections;
import org.lanyard.roster.Person;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Post;
import org.lanyard.scan.Role;
import org.lanyard.scan.Product;
import org.lanyard.scan.Reading;

/** People whom a lead adds by hand (R31), and the way to those who are on the list. On the FX thread. */
final class PeopleModel {

    private static final int MOST_FOUND = 8;
    private static final int MOST_REASONS = 5;
    // Shorter beginnings of a name are no sign that somebody is on the list already.
    private static final int SHORTEST_NAME = 3;

    private final Workplace workplace;
    private final Services services;
    private final Background background;
    private final NextScan nextScan;
    private final WindowActions window;
    private long asked;

    record Services(Roster roster, Corrections corrections, Till till, Supplier<UUID> ids) {}

    PeopleModel(Workplace workplace, Services services, Background background, NextScan nextScan, WindowActions window) {
        this.workplace = workplace;
        this.services = services;
        this.background = background;
        this.nextScan = nextScan;
        this.window = window;
    }

    record Choices(List<Product> tickets, Currency currency, List<String> reasons) {}

    void load(Consumer<Choices> loaded, Consumer<String> failed) {
        Conference conference = workplace.conference();
        background.run(() -> new Choices(services.roster().products(conference).stream()
                .filter(product -> product.kind() == Product.Kind.TICKET_TYPE).toList(),
                services.till().currency(conference), services.corrections().recentReasons(conference, MOST_REASONS)),
                loaded, failed);
    }

    String newCode() {
        return NewCode.of(services.ids().get());
    }

    void add(Corrections.Newcomer newcomer, Optional<Correction.Paid> paid, String reason, Runnable done,
            Consumer<String> failed) {
        Post by = workplace.post();
        background.run(workplace.allowed(Role.LEAD, () -> {
            services.corrections().add(by, newcomer, reason);
            paid.ifPresent(payment -> services.corrections().correct(by, person(by.conference(), newcomer).id(),
                    List.of(payment), reason));
            return true;
        }), _ -> done.run(), failed);
    }

    private Person person(Conference conference, Corrections.Newcomer newcomer) {
        return services.roster().find(conference, Reading.of(newcomer.accessCode())).orElseThrow();
    }

    void find(String text, Consumer<List<Person>> found, Consumer<String> failed) {
        Conference conference = workplace.conference();
        background.run(() -> services.roster().search(conference, text, MOST_FOUND), found, failed);
    }

    /** People on the list whom this name may mean; only the answer to the last question is told. */
    void findSame(String name, Consumer<List<Person>> found, Consumer<String> failed) {
        long question = ++asked;
        if (name.strip().length() < SHORTEST_NAME) {
            found.accept(List.of());
            return;
        }
        find(name, people -> {
            if (question == asked) {
                found.accept(people);
            }
        }, failed);
    }

    NextScan nextScan() {
        return nextScan;
    }

    void show(Person person) {
        window.showPerson(person.accessCode());
    }

    void checkIn(String code) {
        window.checkIn(code);
    }
}
