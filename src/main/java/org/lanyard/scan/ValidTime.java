package org.lanyard.scan;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A time in which a ticket type or an add-on is valid (R32), in the venue's time: {@code 2027-05-14} or
 * {@code 2027-05-14T11:30}. The end is exclusive; a date alone as the end means the end of that day.
 */
public record ValidTime(String from, String to) {

    private static final char BETWEEN = '/';

    /** @return empty where one of them is no time, or the end is not after the beginning */
    public static Optional<ValidTime> of(String from, String to) {
        try {
            ValidTime time = new ValidTime(normal(from), normal(to));
            return time.begins().isBefore(time.ends()) ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    public static Optional<ValidTime> of(String text) {
        int slash = text.indexOf(BETWEEN);
        return slash < 0 ? Optional.empty() : of(text.substring(0, slash), text.substring(slash + 1));
    }

    public static List<ValidTime> ofLine(String line) {
        return Stream.of(line.split(" ")).flatMap(text -> of(text).stream()).toList();
    }

    /** One line for all of them, as the database keeps it; empty for always. */
    public static String line(List<ValidTime> times) {
        return times.stream().map(ValidTime::toString).collect(Collectors.joining(" "));
    }

    private static String normal(String text) {
        String time = text.strip();
        return time.indexOf('T') < 0 ? LocalDate.parse(time).toString()
                : LocalDateTime.parse(time).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    public LocalDateTime begins() {
        return isDay(from) ? LocalDate.parse(from).atStartOfDay() : LocalDateTime.parse(from);
    }

    public LocalDateTime ends() {
        return isDay(to) ? LocalDate.parse(to).plusDays(1).atStartOfDay() : LocalDateTime.parse(to);
    }

    public boolean contains(Instant at, ZoneId zone) {
        return !at.isBefore(begins().atZone(zone).toInstant()) && at.isBefore(ends().atZone(zone).toInstant());
    }

    public boolean wholeDays() {
        return isDay(from) && isDay(to);
    }

    private static boolean isDay(String time) {
        return time.indexOf('T') < 0;
    }

    @Override
    public String toString() {
        return from + BETWEEN + to;
    }
}
