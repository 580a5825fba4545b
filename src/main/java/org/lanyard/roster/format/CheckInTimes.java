package org.lanyard.roster.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of one column: ISO with an offset or in the venue's time, or day, month and year, as far as the column shows which
 * of them is the day. A time in doubt is not read.
 */
final class CheckInTimes {

    private static final Pattern DATE =
            Pattern.compile("([0-9]{1,2})([/.-])([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})(?:,? +(.*))?");
    private static final Pattern TIME =
            Pattern.compile("(?i)([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2}))?(?:[.,][0-9]+)?\\s*"
                    + "(a\\.?m\\.?|p\\.?m\\.?)?");
    private static final int MONTHS = 12;

    private final ZoneId zone;
    private final boolean dayFirst;
    private final boolean monthFirst;

    CheckInTimes(ZoneId zone, List<String> values) {
        this.zone = zone;
        this.dayFirst = values.stream().map(DATE::matcher).filter(Matcher::matches)
                .anyMatch(date -> Integer.parseInt(date.group(1)) > MONTHS || date.group(2).equals("."));
        this.monthFirst = values.stream().map(DATE::matcher).filter(Matcher::matches)
                .anyMatch(date -> Integer.parseInt(date.group(3)) > MONTHS);
    }

    Optional<Instant> read(String text) {
        try {
            Matcher date = DATE.matcher(text);
            return date.matches() ? ofDate(date)
                    : Optional.of(iso(text).truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException | ArithmeticException noTime) {
            return Optional.empty();
        }
    }

    private Optional<Instant> ofDate(Matcher date) {
        if (dayFirst == monthFirst) {
            return Optional.empty();
        }
        int first = Integer.parseInt(date.group(1));
        int second = Integer.parseInt(date.group(3));
        int year = Integer.parseInt(date.group(4));
        LocalDate day = LocalDate.of(year < 100 ? 2000 + year : year, dayFirst ? second : first, dayFirst ? first : second);
        LocalTime time = date.group(5) == null ? LocalTime.MIDNIGHT : time(date.group(5).strip());
        return Optional.of(day.atTime(time).atZone(zone).toInstant());
    }

    private static LocalTime time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new DateTimeException(text);
        }
        int hour = Integer.parseInt(time.group(1));
        String half = time.group(4);
        if (half != null) {
            hour = hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
        }
        return LocalTime.of(hour, Integer.parseInt(time.group(2)),
                time.group(3) == null ? 0 : Integer.parseInt(time.group(3)));
    }

    private Instant iso(String text) {
        String iso = text.replaceFirst("^([0-9]{4}-[0-9]{2}-[0-9]{2}) +", "$1T").replaceFirst(" ?UTC$", "Z")
                .replaceFirst(" ([+-][0-9]{2}:?[0-9]{2})$", "$1").replaceFirst("(T.*[+-][0-9]{2})([0-9]{2})$", "$1:$2");
        if (iso.length() == "2027-05-13".length()) {
            return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
        }
        boolean offset = iso.endsWith("Z") || iso.matches(".*T.*[+-][0-9]{2}:[0-9]{2}");
        return offset ? OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso).atZone(zone).toInstant();
    }
}
