package org.lanyard.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lanyard.scan.PersonDetails;

/**
 * A person as a source states them. Whatever was not stated leaves what is known as it is.
 *
 * @param furtherCodes codes beside the access code that open as well (R35)
 * @param source       how the person came; empty where as the whole roster did
 * @param orders       references, oldest first
 * @param redeemed     units that the registration server counts, by its line id; empty where it was not asked
 * @param withdrawn    stated as no longer coming
 */
public record StatedPerson(String accessCode, List<String> furtherCodes, Optional<RosterSource> source,
        PersonDetails details,
        CheckIn checkIn, List<String> orders, Map<Long, Integer> redeemed, boolean withdrawn) {

    public sealed interface CheckIn {

        record NotStated() implements CheckIn {}

        record None() implements CheckIn {}

        record At(Instant at) implements CheckIn {}
    }

    public static final CheckIn NOT_STATED = new CheckIn.NotStated();

    public StatedPerson(String accessCode, PersonDetails details) {
        this(accessCode, List.of(), Optional.empty(), details, NOT_STATED, List.of(), Map.of(), false);
    }

    public StatedPerson withdrawn(boolean itIs) {
        return new StatedPerson(accessCode, furtherCodes, source, details, checkIn, orders, redeemed, itIs);
    }

    public StatedPerson with(PersonDetails other) {
        return new StatedPerson(accessCode, furtherCodes, source, other, checkIn, orders, redeemed, withdrawn);
    }

    public StatedPerson with(CheckIn other) {
        return new StatedPerson(accessCode, furtherCodes, source, details, other, orders, redeemed, withdrawn);
    }

    public StatedPerson with(RosterSource other) {
        return new StatedPerson(accessCode, furtherCodes, Optional.of(other), details, checkIn, orders, redeemed, withdrawn);
    }

    public StatedPerson withRedeemed(Map<Long, Integer> units) {
        return new StatedPerson(accessCode, furtherCodes, source, details, checkIn, orders, units, withdrawn);
    }

    /** With another's units as well. */
    StatedPerson withMoreRedeemed(Map<Long, Integer> units) {
        Map<Long, Integer> all = new TreeMap<>(redeemed);
        units.forEach((line, count) -> all.merge(line, count, Integer::sum));
        return withRedeemed(all);
    }

    public StatedPerson withFurtherCodes(List<String> codes) {
        return new StatedPerson(accessCode, codes, source, details, checkIn, orders, redeemed, withdrawn);
    }

    StatedPerson withOrders(List<String> references) {
        return new StatedPerson(accessCode, furtherCodes, source, details, checkIn, references, redeemed, withdrawn);
    }

    public StatedPerson withOrder(String reference) {
        if (orders.contains(reference)) {
            return this;
        }
        List<String> more = new ArrayList<>(orders);
        more.add(reference);
        return new StatedPerson(accessCode, furtherCodes, source, details, checkIn, more, redeemed, withdrawn);
    }
}
