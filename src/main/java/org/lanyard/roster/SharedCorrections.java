package org.lanyard.roster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lanyard.ledger.Db;
import org.lanyard.roster.carry.Carrying;
import org.lanyard.roster.carry.Maker;
import org.lanyard.scan.AccessCode;
import org.lanyard.scan.Detail;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;

/** Corrections for the other stations of the venue, and theirs here; within transactions that it is handed. */
public final class SharedCorrections {

    private final Maker maker;

    public SharedCorrections(Maker maker) {
        this.maker = maker;
    }

    public Map<Long, SharedCorrection> after(Db db, long seq, int limit) throws SQLException {
        Map<Long, SharedCorrection> found = new TreeMap<>();
        db.each(row -> found.put(row.getLong(1), SharedCorrection.read(row)), SharedCorrection.AFTER, seq, limit);
        return found;
    }

    public boolean isRecorded(Db db, String id) throws SQLException {
        return db.number("SELECT 1 FROM correction WHERE id = ?", id) != 0;
    }

    /**
     * Journals another station's correction, and does it here.
     *
     * @param  counts false where a later one of the same subject was made here: it is journaled only
     * @return        false where the person, or what it is about, is not here yet; then nothing was written
     */
    public boolean apply(Db db, SharedCorrection it, boolean counts) throws SQLException {
        Optional<Long> conference = Conferences.all(db).stream()
                .filter(known -> known.slug().equalsIgnoreCase(it.conference())).map(known -> known.id()).findFirst();
        if (conference.isEmpty()) {
            return false;
        }
        Maker.By by = new Maker.By(conference.get(), it.staff(), it.station(), it.reason());
        Optional<Person> known = People.byCode(db, conference.get(), it.code());
        Act act = new Act(db, maker.as(it.id(), it.at(), it.what()), by, it);
        if (it.newcomer().isPresent()) {
            act.add(known);
            return true;
        }
        if (known.isEmpty() || act.needsSomebodyWhoIsNotHere()) {
            return false;
        }
        act.run(known.get(), counts);
        return true;
    }

    private record Act(Db db, Maker maker, Maker.By by, SharedCorrection it) {

        void add(Optional<Person> known) throws SQLException {
            SharedCorrection.Newcomer newcomer = it.newcomer().orElseThrow();
            long attendee = known.isPresent() ? known.get().id()
                    : Corrections.insert(db, by.conference(), it.code(), it.value(), newcomer.email(), newcomer.company());
            if (known.isPresent()) {
                db.run("UPDATE attendee SET withdrawn = 0 WHERE id = ?", attendee);
            }
            boolean hasTicket = known.filter(person -> person.ticket().isPresent()).isPresent();
            Optional<Product> ticket = product(Product.Kind.TICKET_TYPE, newcomer.ticket());
            if (ticket.isPresent() && !hasTicket) {
                Corrections.addOrder(db, by.conference(), attendee, it.code(), ticket.get());
            }
            journal(attendee);
            changed(List.of(attendee), List.of());
        }

        boolean needsSomebodyWhoIsNotHere() throws SQLException {
            return other().isPresent() && People.byCode(db, by.conference(), other().get()).isEmpty();
        }

        private Optional<String> other() {
            return it.what().equals(Standing.MERGED) || it.what().equals(Standing.MOVED)
                    ? Optional.of(it.value().replace(Standing.WITH_ITEMS, "")) : Optional.empty();
        }

        void run(Person person, boolean counts) throws SQLException {
            List<Person> people = new ArrayList<>(List.of(person));
            if (other().isPresent()) {
                people.add(People.byCode(db, by.conference(), other().get()).orElseThrow());
            }
            Carrying carrying = Carrying.before(db, maker, by, people.stream().map(Person::id).toList(), orders(people));
            if (!counts || !done(person, people.getLast())) {
                journal(person.id());
            }
            List<Long> all = new ArrayList<>(carrying.settle(List.of(), List.of(), Set.of()).noted());
            people.forEach(each -> all.add(each.id()));
            changed(all, orders(people));
        }

        private boolean done(Person person, Person other) throws SQLException {
            try {
                return access(person) ? false : corrected(person, other);
            } catch (NotPossible otherwiseHere) {
                return false;
            }
        }

        private boolean corrected(Person person, Person other) throws SQLException {
            Correcting correcting = new Correcting(db, maker, by, person);
            switch (it.what()) {
                case Standing.MOVED -> {
                    Optional<Product> ticket = product(Product.Kind.TICKET_TYPE, it.about());
                    correcting.move(other, ticket, it.value().endsWith(Standing.WITH_ITEMS));
                }
                case Standing.MERGED -> correcting.mergeInto(other);
                case "carry_undone" -> Carrying.undo(db, maker, by, person.id());
                default -> {
                    Optional<Correction> correction = correction(person);
                    if (correction.isEmpty()) {
                        return false;
                    }
                    correcting.apply(correction.get());
                }
            }
            return true;
        }

        private Optional<Correction> correction(Person person) throws SQLException {
            return switch (it.what()) {
                case Standing.FIELD -> Optional.of(it.about().startsWith(Standing.SHOWN)
                        ? new Correction.Shown(it.about().substring(Standing.SHOWN.length()), it.value())
                        : new Correction.Text(Detail.valueOf(it.about().toUpperCase(Locale.ROOT)), it.value()));
                case Standing.TICKET -> product(Product.Kind.TICKET_TYPE, it.value()).map(Correction.Ticket::new);
                case Standing.MORE -> product(Product.Kind.ADDON, it.about())
                        .filter(addon -> missing(person, addon) > 0)
                        .map(addon -> new Correction.More(addon, missing(person, addon)));
                case Standing.NO_MORE -> product(Product.Kind.ADDON, it.about()).map(Correction.NoMore::new);
                case "order_status" -> Optional.of(new Correction.OrderStatus(it.value()));
                case "attention" -> Optional.of(new Correction.Attention(it.value()));
                case "paid" -> it.amount().map(amount -> new Correction.Paid(amount,
                        Correction.Means.valueOf(it.means().orElseThrow().toUpperCase(Locale.ROOT))));
                default -> Optional.empty();
            };
        }

        // The other station said how many there are then, not how many more.
        private int missing(Person person, Product addon) {
            return Integer.parseInt(it.value()) - OrderEdits.lines(person, Product.Kind.ADDON).stream()
                    .filter(line -> line.product().is(addon)).mapToInt(Person.Line::quantity).sum();
        }

        private boolean access(Person person) throws SQLException {
            switch (it.what()) {
                case "blocked" -> PersonAccess.writeBlock(db, person.id(), it.reason());
                case "unblocked" -> PersonAccess.writeBlock(db, person.id(), "");
                case "code_blocked" -> PersonAccess.setCodeBlocked(db, by.conference(), it.value(), it.reason());
                case "code_unblocked" -> PersonAccess.setCodeBlocked(db, by.conference(), it.value(), "");
                case SharedCorrection.LINKED -> PersonAccess.writeLink(db, by.conference(), person.id(), it.value());
                case SharedCorrection.REPLACED -> {
                    PersonAccess.writeLink(db, by.conference(), person.id(), it.link().orElseThrow());
                    PersonAccess.setCodeBlocked(db, by.conference(), it.value().substring(0, it.value().indexOf(' ')),
                            it.reason().isBlank() ? "replaced" : it.reason());
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void journal(long attendee) throws SQLException {
            maker.record(db, by, attendee, new Maker.What(it.what(), it.about(), it.value(), it.amount(), it.means()));
        }

        private Optional<Product> product(Product.Kind kind, String slug) throws SQLException {
            return Products.read(db, by.conference()).all().stream()
                    .filter(product -> product.kind() == kind && product.slug().equals(slug)).findFirst();
        }

        private void changed(List<Long> people, List<Long> orders) throws SQLException {
            Conferences.rosterChanged(db, by.conference(), people, orders);
        }

        private static List<Long> orders(List<Person> people) {
            return people.stream().flatMap(person -> person.orders().stream()).map(Person.Order::id).distinct().toList();
        }
    }

    /** As a claim on the code, the same for every spelling of it. */
    public static String foldedLink(SharedCorrection it) {
        return AccessCode.fold(it.link().orElseThrow());
    }
}
