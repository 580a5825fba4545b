package org.lanyard.desk.setup;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lanyard.desk.Workplace;
import org.lanyard.roster.Catalogue;
import org.lanyard.roster.Roster;
import org.lanyard.roster.Terms;
import org.lanyard.roster.TermsChange;
import org.lanyard.scan.Conference;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Product;
import org.lanyard.scan.Role;
import org.lanyard.scan.ValidTime;
import org.lanyard.venue.Door;
import org.lanyard.venue.Venue;

/** Names, times, limits and doors of all that can be bought, and the rules of the conference. On the FX thread. */
final class ProductsModel {

    private static final int MOST_A_DAY = 999_999;

    private final Workplace workplace;
    private final Roster roster;
    private final Venue venue;
    private final InstantSource clock;
    private final RoleTasks tasks;

    ProductsModel(Workplace workplace, Roster roster, Venue venue, InstantSource clock, RoleTasks tasks) {
        this.clock = clock;
        this.workplace = workplace;
        this.roster = roster;
        this.venue = venue;
        this.tasks = tasks;
    }

    /** @param door empty where the product is checked at no door */
    record Row(Catalogue.Entry entry, Optional<Door> door) {

        Product product() {
            return entry.product();
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), workplace.conference().zone());
    }

    record Shown(List<Row> rows, Terms terms) {}

    /**
     * As they were typed.
     *
     * @param colour   six hexadecimal digits; empty for none chosen
     * @param capacity empty for no limit
     */
    record Typed(String name, Optional<String> colour, List<TypedTime> times, String perDay, boolean isDoor, String capacity,
            boolean countExits) {}

    record TypedTime(String from, String to) {}

    void load(Consumer<Shown> loaded, Consumer<String> failed) {
        Conference conference = workplace.conference();
        tasks.read(() -> {
            List<Catalogue.Entry> entries = roster.catalogue().of(conference);
            Map<Product, Door> doors = venue.doors(entries.stream().map(Catalogue.Entry::product).toList()).stream()
                    .collect(Collectors.toMap(Door::product, door -> door));
            return new Shown(entries.stream().map(entry -> new Row(entry, Optional.ofNullable(doors.get(entry.product()))))
                    .toList(), roster.terms(conference));
        }, loaded, failed);
    }

    void save(Row row, Typed typed, Runnable done, Consumer<String> failed) {
        Conference conference = workplace.conference();
        tasks.run(Role.LEAD, () -> {
            boolean item = row.product().kind() == Product.Kind.ADDON;
            Catalogue.Change change = new Catalogue.Change(Optional.of(name(typed.name())), typed.colour(),
                    Optional.of(typed.times().stream().map(ProductsModel::time).toList()),
                    item ? Optional.of(number(typed.perDay()).orElse(0)) : Optional.empty());
            Optional<Integer> capacity = number(typed.capacity());
            roster.catalogue().set(conference, row.product(), change);
            if (typed.isDoor() || row.door().isPresent()) {
                venue.setCapacity(row.product(), capacity.orElse(null));
                venue.setCountExits(row.product(), typed.countExits());
            }
        }, done, failed);
    }

    private static String name(String typed) {
        if (typed.isBlank() || typed.strip().length() > Venue.LONGEST_NAME) {
            throw new NotPossible("product.name", Venue.LONGEST_NAME);
        }
        return typed.strip();
    }

    private static ValidTime time(TypedTime typed) {
        return ValidTime.of(typed.from(), typed.to())
                .orElseThrow(() -> new NotPossible("product.time", typed.from(), typed.to()));
    }

    private static Optional<Integer> number(String typed) {
        String digits = typed.strip();
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        if (!digits.matches("[0-9]{1,6}")) {
            throw new NotPossible("product.number", typed, MOST_A_DAY);
        }
        return Optional.of(Integer.valueOf(digits));
    }

    /**
     * @param everybodyOut a time of day; empty for never
     * @param currency     three letters; empty for none
     */
    void saveTerms(boolean redeemAfterEntry, String everybodyOut, String currency, Runnable done, Consumer<String> failed) {
        Conference conference = workplace.conference();
        tasks.run(Role.ADMINISTRATOR, () -> roster.set(conference, new TermsChange(Optional.of(redeemAfterEntry),
                Optional.of(timeOfDay(everybodyOut.strip())),
                Optional.of(currency.strip()).filter(text -> !text.isEmpty()).map(ProductsModel::currency))), done, failed);
    }

    private static Optional<LocalTime> timeOfDay(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(typed).truncatedTo(ChronoUnit.MINUTES));
        } catch (DateTimeException malformed) {
            throw new NotPossible("product.time-of-day", typed);
        }
    }

    private static String currency(String typed) {
        String code = typed.toUpperCase(Locale.ROOT);
        if (Currency.getAvailableCurrencies().stream().noneMatch(known -> known.getCurrencyCode().equals(code))) {
            throw new NotPossible("product.currency", typed);
        }
        return code;
    }
}
